package dev.plimsoll.core.check.changelog;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import dev.plimsoll.core.release.ChangelogFile;
import dev.plimsoll.core.release.ChangelogFile.Section;
import dev.plimsoll.core.release.SchemeVersion;
import dev.plimsoll.core.release.VersionScheme;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Judges a changelog, with a line for every finding.
///
/// @param schemes the project's version schemes
/// @param version under release
/// @param today the latest date that a section may bear
record ChangelogJudgement(
    ChangelogRules rules, List<VersionScheme> schemes, String version, LocalDate today) {
  private static final List<String> GROUPS =
      List.of("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security");

  List<Clause> judge(ChangelogFile changelog) {
    var clauses = new ArrayList<Clause>();
    if (rules.section()) {
      clauses.add(section(changelog));
    }
    if (rules.unreleasedEmpty()) {
      clauses.add(unreleased(changelog));
    }
    if (rules.order()) {
      clauses.add(order(changelog));
    }
    if (rules.dates()) {
      clauses.add(dates(changelog));
    }
    groups(changelog).ifPresent(clauses::add);
    return clauses;
  }

  private Clause section(ChangelogFile changelog) {
    var own = changelog.sections().stream().filter(this::isOwn).toList();
    if (own.isEmpty()) {
      return Clause.broken(
          "no section for " + version,
          new Finding(
              Severity.ERROR,
              "There is no section for " + version + ".",
              Position.of(changelog.file()),
              "Add one: ## [" + version + "] - " + today));
    }
    var findings = new ArrayList<Finding>();
    if (own.size() > 1) {
      findings.add(
          at(
              own.get(1),
              version + " has a section already, on line " + own.getFirst().line() + ".",
              "Make one of them."));
    }
    var section = own.getFirst();
    var date = dateFlaw(section, version);
    if (date != null) {
      findings.add(date);
    }
    if (section.yanked()) {
      findings.add(at(section, version + " is marked as withdrawn.", "Release another version."));
    }
    if (section.entries().isEmpty()) {
      findings.add(
          at(section, "The section for " + version + " says nothing.", "Say what changed."));
    }
    return findings.isEmpty()
        ? Clause.held(version + " of " + section.date())
        : Clause.broken("section for " + version + " not ready", findings);
  }

  private boolean isOwn(Section section) {
    return section.version().equals(version) || section.name().equals(version);
  }

  private Clause dates(ChangelogFile changelog) {
    var findings = new ArrayList<Finding>();
    var seen = new HashMap<String, Integer>();
    var dated = 0;
    for (var section : changelog.sections()) {
      if (section.isUnreleased() || parse(section).isEmpty()) {
        continue;
      }
      dated++;
      var first = seen.putIfAbsent(section.version(), section.line());
      var flaw = dateFlaw(section, section.version());
      if (isOwn(section) && rules.section()) {
        continue; // said with its section
      }
      if (first != null) {
        findings.add(
            at(
                section,
                section.version() + " has a section already, on line " + first + ".",
                "Make one of them."));
      }
      if (flaw != null) {
        findings.add(flaw);
      }
    }
    if (dated == 0) {
      return Clause.broken(
          "no version at all",
          new Finding(
              Severity.ERROR,
              "The changelog tells of no version.",
              Position.of(changelog.file()),
              "Add one: ## [" + version + "] - " + today));
    }
    return findings.isEmpty()
        ? Clause.held(dated + (dated == 1 ? " version dated" : " versions dated"))
        : Clause.broken("dates not in order", findings);
  }

  private @Nullable Finding dateFlaw(Section section, String version) {
    var text = section.date();
    if (text == null) {
      return at(section, "The section for " + version + " has no date.", "Add it: - " + today);
    }
    try {
      var date = LocalDate.parse(text);
      return date.isAfter(today)
          ? at(
              section,
              "The date " + text + " is in the future; today is " + today + ".",
              "Correct it.")
          : null;
    } catch (DateTimeParseException noDate) {
      var shape = text.matches("\\d{4}-\\d{2}-\\d{2}");
      return at(
          section,
          "'"
              + text
              + "' is no "
              + (shape ? "day of the calendar." : "date in the form YYYY-MM-DD."),
          "Write the day of the release: " + today);
    }
  }

  private static Clause unreleased(ChangelogFile changelog) {
    var unreleased = changelog.unreleased();
    if (unreleased.isEmpty()) {
      return Clause.broken(
          "no Unreleased section",
          new Finding(
              Severity.ERROR,
              "There is no section for what comes next.",
              Position.of(changelog.file()),
              "Add ## [Unreleased] above the newest version."));
    }
    var entries = unreleased.get().entries();
    return entries.isEmpty()
        ? Clause.held("Unreleased empty")
        : Clause.broken(
            "Unreleased not empty",
            new Finding(
                Severity.ERROR,
                "The Unreleased section still says: " + entries.getFirst().text().strip(),
                Position.of(changelog.file(), entries.getFirst().number()),
                "Move it to the section of this version."));
  }

  private Clause order(ChangelogFile changelog) {
    var broken = new ArrayList<Finding>();
    var odd = new ArrayList<Finding>();
    Section above = null;
    for (var section : changelog.sections()) {
      if (section.isUnreleased()) {
        continue;
      }
      if (parse(section).isEmpty()) {
        odd.add(
            new Finding(
                Severity.WARNING,
                "'" + section.heading() + "' names no version.",
                place(section),
                null));
        continue;
      }
      if (above != null && isBefore(above, section)) {
        broken.add(
            at(
                section,
                section.version() + " stands below " + above.version() + ", and is newer.",
                "Put the newest version first."));
      }
      above = section;
    }
    if (!broken.isEmpty()) {
      broken.addAll(odd);
      return Clause.broken("versions out of order", broken);
    }
    return odd.isEmpty() ? Clause.held("versions in order") : Clause.doubtful("odd headings", odd);
  }

  private Optional<SchemeVersion> parse(Section section) {
    return schemes.stream().flatMap(scheme -> scheme.parse(section.version()).stream()).findFirst();
  }

  private boolean isBefore(Section above, Section below) {
    for (var scheme : schemes) {
      var upper = scheme.parse(above.version());
      var lower = scheme.parse(below.version());
      if (upper.isPresent() && lower.isPresent()) {
        return lower.get().isGreaterThan(upper.get());
      }
    }
    return false;
  }

  /// Groups that Keep a Changelog does not know, in the sections that this release is about.
  private Optional<Clause> groups(ChangelogFile changelog) {
    var odd = new ArrayList<Finding>();
    for (var section : changelog.sections()) {
      if (section.isUnreleased() || isOwn(section)) {
        section.groups().stream()
            .filter(group -> !GROUPS.contains(group.text().strip()))
            .forEach(group ->
                odd.add(
                    new Finding(
                        Severity.WARNING,
                        "'" + group.text().strip() + "' is no group of Keep a Changelog.",
                        Position.of(rules.file(), group.number()),
                        Nearest.hint(group.text().strip(), GROUPS))));
      }
    }
    return odd.isEmpty() ? Optional.empty() : Optional.of(Clause.doubtful("unusual groups", odd));
  }

  private Finding at(Section section, String message, String next) {
    return new Finding(Severity.ERROR, message, place(section), next);
  }

  private Position place(Section section) {
    return Position.of(rules.file(), section.line());
  }
}
