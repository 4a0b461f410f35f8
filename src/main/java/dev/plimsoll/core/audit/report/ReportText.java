package dev.plimsoll.core.audit.report;

import java.util.ArrayList;
import java.util.List;

/// A report as plain text.
final class ReportText {
  private static final int WIDTH = 100;
  private static final int LABEL = 10;

  private final IncidentReport report;
  private final StringBuilder out = new StringBuilder();

  ReportText(IncidentReport report) {
    this.report = report;
  }

  String write() {
    line("VERIFICATION OF AN AUDIT CHAIN");
    line("");
    line(report.conclusion().words());
    wrapped(report.sentence(), "", "");
    Sections.before(report).forEach(this::section);
    var first = report.first();
    if (first != null) {
      first(first);
    }
    Sections.after(report).forEach(this::section);
    return out.toString();
  }

  private void section(Sections.Section section) {
    title(section.title());
    section.rows().forEach(this::row);
  }

  private void title(String title) {
    line("");
    line(title);
    line("-".repeat(title.length()));
  }

  private void row(Sections.Row row) {
    if (row.label().isEmpty()) {
      wrapped(row.value(), "", "");
    } else {
      var label =
          Character.isDigit(row.label().charAt(0)) ? row.label() + " " : padded(row.label());
      wrapped(row.value(), label, " ".repeat(label.length()));
    }
  }

  private void first(FirstBad first) {
    title("The first bad entry");
    row(new Sections.Row("Where", first.place(), false));
    row(new Sections.Row("Code", first.code(), false));
    if (first.found().isEmpty() && first.expected().isEmpty()) {
      return;
    }
    line("");
    sides(Visible.of(first.found()), Visible.of(first.expected()));
  }

  /// Exact text, one above the other and broken where the line is full, so that columns match; what
  /// differs is marked below.
  private void sides(String found, String expected) {
    var difference = Difference.between(found, expected);
    var both = !found.isEmpty() && !expected.isEmpty();
    var width = WIDTH - LABEL;
    for (var at = 0; at < Math.max(found.length(), expected.length()); at += width) {
      side("found", found, at);
      side("expected", expected, at);
      var to = Math.max(difference.foundTo(), difference.expectedTo());
      var from = Math.max(at, difference.from());
      var marks = Math.min(at + width, to) - from;
      line(both && marks > 0 ? " ".repeat(LABEL + from - at) + "^".repeat(marks) : "");
    }
    if (both) {
      line("They differ from character " + (difference.from() + 1) + " on.");
    }
  }

  private void side(String label, String whole, int at) {
    if (at < whole.length()) {
      line(padded(label) + whole.substring(at, Math.min(whole.length(), at + WIDTH - LABEL)));
    } else if (at == 0) {
      line(padded(label) + "(nothing)");
    }
  }

  private void wrapped(String text, String before, String hang) {
    var rows = words(Visible.of(text), WIDTH - hang.length());
    for (var i = 0; i < rows.size(); i++) {
      line((i == 0 ? before : hang) + rows.get(i));
    }
  }

  private static List<String> words(String text, int width) {
    var rows = new ArrayList<String>();
    var row = new StringBuilder();
    for (var word : text.split(" ")) {
      if (!row.isEmpty() && row.length() + 1 + word.length() > width) {
        rows.add(row.toString());
        row.setLength(0);
      }
      row.append(row.isEmpty() ? "" : " ").append(word);
    }
    rows.add(row.toString());
    return rows;
  }

  private static String padded(String label) {
    return label + " ".repeat(Math.max(1, LABEL - label.length()));
  }

  private void line(String text) {
    out.append(text.stripTrailing()).append('\n');
  }
}
