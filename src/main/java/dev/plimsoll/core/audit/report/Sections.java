package dev.plimsoll.core.audit.report;

import dev.plimsoll.core.model.Plural;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The parts of a report in the order in which they are read, the same in every form.
final class Sections {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH);

  private Sections() {}

  /// @param rows facts, one below the other
  record Section(String title, List<Row> rows) {}

  /// @param label empty for a sentence that stands for itself
  /// @param fixed whether it is a digest or a name, to be set in a fixed width
  record Row(String label, String value, boolean fixed) {}

  static List<Section> before(IncidentReport report) {
    return List.of(
        new Section("What was examined", examined(report.examined())),
        new Section("How it was read", basis(report.basis())),
        new Section("What it was compared with", anchors(report.basis())));
  }

  static List<Section> after(IncidentReport report) {
    var sections = new ArrayList<Section>();
    if (!report.remarks().isEmpty()) {
      sections.add(new Section("Warnings and notes", sentences(report.remarks())));
    }
    if (!report.next().isEmpty()) {
      sections.add(new Section("What to do next", numbered(report.next())));
    }
    sections.add(new Section("What this report does not say", sentences(limits(report))));
    sections.add(new Section("Made by", made(report.maker())));
    return sections;
  }

  private static List<Row> examined(Examined examined) {
    var rows = new ArrayList<Row>();
    rows.add(new Row("Log", examined.name(), false));
    if (examined.size() >= 0) {
      rows.add(new Row("Size", grouped(examined.size(), "byte", "bytes"), false));
    }
    if (examined.sha256() != null) {
      rows.add(new Row("SHA-256", examined.sha256(), true));
    }
    if (examined.entries() >= 0) {
      rows.add(new Row("Proven", grouped(examined.entries(), "entry", "entries"), false));
    }
    if (examined.head() != null) {
      rows.add(new Row("Head", examined.head(), true));
    }
    return rows;
  }

  private static List<Row> basis(Basis basis) {
    var rows = new ArrayList<Row>();
    rows.add(new Row("Recipe", basis.recipe(), false));
    for (var reason : basis.reasons()) {
      rows.add(new Row(rows.size() == 1 ? "Why" : " ", reason, false));
    }
    return rows;
  }

  private static List<Row> anchors(Basis basis) {
    return basis.anchors().isEmpty()
        ? List.of(
            new Row(
                "",
                "Nothing: no earlier record, checkpoint or pin was at hand. That entries are"
                    + " missing at the end, or that the whole log was written anew, would not"
                    + " show.",
                false))
        : basis.anchors().stream().map(anchor -> new Row("Anchor", anchor, false)).toList();
  }

  private static List<String> limits(IncidentReport report) {
    return switch (report.conclusion()) {
      case BROKEN ->
          List.of(
              "Who changed it and when. Where two neighbouring entries do not fit, either of them"
                  + " may be the changed one.",
              "What comes after the first bad entry: it was not judged.");
      case COULD_NOT_TELL ->
          List.of("That it was tampered with: what could not be read is neither whole nor broken.");
      case PROVEN, PROVEN_WITH_WARNINGS ->
          List.of(
              "That what the entries say is true: a chain keeps what was written, not what"
                  + " happened.",
              "That this is the newest log: entries after the last one compared may have been cut"
                  + " off.");
    };
  }

  private static List<Row> made(Maker maker) {
    return List.of(
        new Row("Who", maker.who(), false),
        new Row(
            "When",
            MOMENT.format(maker.when().atOffset(ZoneOffset.UTC)) + ", by this machine's clock",
            false),
        new Row("With", maker.tool().name() + " " + maker.tool().version(), false),
        new Row("", "This report is not signed. Verify the log again to check it.", false));
  }

  private static List<Row> sentences(List<String> sentences) {
    return sentences.stream().map(sentence -> new Row("", sentence, false)).toList();
  }

  private static List<Row> numbered(List<String> sentences) {
    var rows = new ArrayList<Row>();
    for (var sentence : sentences) {
      rows.add(new Row(rows.size() + 1 + ".", sentence, false));
    }
    return rows;
  }

  private static String grouped(long count, String one, String many) {
    var plain = Plural.of(count, one, many);
    return count < 1000
        ? plain
        : plain.replace(String.valueOf(count), String.format(Locale.ENGLISH, "%,d", count));
  }
}
