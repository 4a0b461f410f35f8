package dev.plimsoll.core.check.changelog;

import dev.plimsoll.core.check.changelog.ChangelogRules.Table;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.markdown.MarkdownTable;
import dev.plimsoll.core.check.markdown.Slugs;
import dev.plimsoll.core.check.placeholder.Placeholders;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Judges a table of versions in a Markdown document: each row has a version, a day that exists,
/// and says what changed; one row is about this version.
///
/// @param today the latest day that a row may bear
record VersionTableJudgement(Table rules, String version, LocalDate today) {
  private static final int MOST_NAMED = 50;

  /// Which column is which; -1 for a column that is not there.
  private record Columns(int version, int date, int changes) {
    static Columns of(List<String> heads) {
      return new Columns(
          index(heads, "version", "release"),
          index(heads, "date", "released"),
          index(heads, "change", "description", "note", "summary"));
    }

    private static int index(List<String> heads, String... words) {
      for (var i = 0; i < heads.size(); i++) {
        var head = heads.get(i).toLowerCase(Locale.ROOT);
        for (var word : words) {
          if (head.startsWith(word)) {
            return i;
          }
        }
      }
      return -1;
    }
  }

  Clause judge(String text) {
    var wanted = rules.heading() == null ? null : Slugs.slug(rules.heading());
    var tables =
        MarkdownTable.all(rules.file(), text).stream()
            .filter(table -> wanted == null || table.isBelow(wanted))
            .toList();
    for (var table : tables) {
      var columns = Columns.of(table.columns());
      if (columns.version() >= 0 && columns.date() >= 0) {
        return rows(table, columns);
      }
    }
    return Clause.broken(
        "no table of versions",
        new Finding(
            Severity.ERROR,
            rules.heading() == null
                ? rules.file() + " holds no table with the columns Version and Date."
                : "Below the heading '"
                    + rules.heading()
                    + "' there is no table with the columns Version and Date.",
            Position.of(rules.file()),
            "Add one: | Version | Date | Changes |"));
  }

  private Clause rows(MarkdownTable table, Columns columns) {
    var findings = new ArrayList<Finding>();
    var own = false;
    for (var row : table.rows()) {
      var cells = row.texts();
      var named = cells.get(columns.version());
      own |= plain(named).equals(plain(version));
      if (named.isBlank() || Placeholders.flaw(named, List.of()) != null) {
        findings.add(
            error(row.line(), "This row names no version.", "Name it, or remove the row."));
      }
      var flaw = dateFlaw(cells.get(columns.date()));
      if (flaw != null) {
        findings.add(error(row.line(), label(named) + flaw, "Write the day of the release."));
      }
      if (columns.changes() >= 0) {
        var says = cells.get(columns.changes());
        if (Placeholders.flaw(says, List.of()) != null) {
          findings.add(error(row.line(), label(named) + "It is not said what changed.", "Say it."));
        }
      }
    }
    if (!own) {
      findings.add(
          error(
              table.line(),
              "The table has no row for " + version + ".",
              "Add it: | " + version + " | " + today + " | ... |"));
    }
    return findings.isEmpty()
        ? Clause.held(table.rows().size() + " versions in " + rules.file())
        : Clause.broken(
            "table of versions not ready", findings.stream().limit(MOST_NAMED).toList());
  }

  private @Nullable String dateFlaw(String text) {
    try {
      return LocalDate.parse(text).isAfter(today)
          ? "The date " + text + " is in the future; today is " + today + "."
          : null;
    } catch (DateTimeParseException noDate) {
      return "'" + text + "' is no date in the form YYYY-MM-DD.";
    }
  }

  private static String label(String named) {
    return named.isBlank() ? "" : named + ": ";
  }

  private static String plain(String version) {
    var text = version.strip();
    return text.matches("[vV][0-9].*") ? text.substring(1) : text;
  }

  private Finding error(int line, String message, String next) {
    return new Finding(Severity.ERROR, message, Position.of(rules.file(), line), next);
  }
}
