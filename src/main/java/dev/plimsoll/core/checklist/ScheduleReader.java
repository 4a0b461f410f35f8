package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Project.Maintained;
import dev.plimsoll.core.model.Rhythm;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads `calendar:`, its shape only, and `maintenance:`. This version schedules nothing; what is
/// overdue is told.
final class ScheduleReader {
  private static final String DAY = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)";
  private static final String DAYS =
      "(?:day|" + DAY + "|(?:first|second|third|fourth|last) (?:day|" + DAY + ") of month)";
  private static final Pattern CALENDAR = Pattern.compile(DAYS);
  private static final Pattern EVERY =
      Pattern.compile(DAYS + " at (?:[01][0-9]|2[0-3]):[0-5][0-9]");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private final Findings findings;
  private final List<Reference> references;

  ScheduleReader(Findings findings, List<Reference> references) {
    this.findings = findings;
    this.references = references;
  }

  void calendar(FieldReader project) {
    var fields = project.fields("calendar");
    if (fields == null) {
      return;
    }
    for (var type : Names.typeWords()) {
      var day = fields.text(type);
      if (day != null && !CALENDAR.matcher(day).matches()) {
        findings.error(
            fields.valueAt(type),
            "'" + day + "' is no day of release.",
            "Write, for example, tuesday or first tuesday of month.");
      }
    }
    for (var range : fields.texts("freeze")) {
      if (!isRange(range)) {
        findings.error(
            fields.valueAt("freeze"),
            "'" + range + "' is no range of dates.",
            "Write, for example, 2026-12-20/2027-01-03.");
      }
    }
    fields.done();
  }

  List<Maintained> maintenance(FieldReader project) {
    var plan = new ArrayList<Maintained>();
    for (var node : project.items("maintenance")) {
      var fields = FieldReader.of(node, "An item of the maintenance plan", findings);
      if (fields == null) {
        continue;
      }
      var checklist = fields.requiredText("checklist");
      if (!checklist.isBlank()) {
        references.add(
            new Reference(Reference.Kind.CHECKLIST, checklist, fields.valueAt("checklist")));
      }
      var every = fields.requiredText("every");
      if (!every.isBlank() && !EVERY.matcher(every).matches()) {
        findings.error(
            fields.valueAt("every"),
            "'" + every + "' is no rhythm.",
            "Write, for example, monday at 09:00 or first day of month at 09:00.");
      }
      fields.done();
      plan.add(new Maintained(checklist, new Rhythm(every)));
    }
    return plan;
  }

  private static boolean isRange(String range) {
    var days = range.split("/", -1);
    try {
      var first = LocalDate.parse(days[0], DATE);
      return days.length == 1
          || (days.length == 2 && !LocalDate.parse(days[1], DATE).isBefore(first));
    } catch (DateTimeException noDate) {
      return false;
    }
  }
}
