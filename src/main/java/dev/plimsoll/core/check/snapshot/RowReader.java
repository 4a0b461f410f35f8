package dev.plimsoll.core.check.snapshot;

import dev.plimsoll.core.check.markdown.MarkdownTable;
import dev.plimsoll.core.check.text.BoundedPattern;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Takes rows out of texts.
record RowReader(Spelling spelling) {
  static final String INTENT = "Rows not read";

  /// @param shown how the text is called in a sentence and in positions
  /// @throws Problem where the rows are not there or the text is malformed
  List<SnapshotRow> rows(Source source, String shown, String text) {
    return switch (source) {
      case Source.Table table -> table(table, shown, text);
      case Source.Tree tree -> new TreeRows(tree, spelling).rows(shown, text);
      case Source.Lines(_, var matches) -> lines(shown, text, matches);
      case Source.Printed(_, var matches) -> lines(shown, text, matches);
    };
  }

  private List<SnapshotRow> table(Source.Table source, String shown, String text) {
    var below =
        MarkdownTable.all(shown, text).stream()
            .filter(table -> source.anchor().isEmpty() || table.isBelow(source.anchor()))
            .toList();
    if (below.isEmpty()) {
      throw Problem.of(
          INTENT,
          source.anchor().isEmpty()
              ? shown + " has no table."
              : shown + " has no table below #" + source.anchor() + ".",
          "Correct the heading after '#', or write the table.");
    }
    var wanted = wanted(source);
    var table =
        below.stream()
            .filter(one -> wanted.stream().allMatch(column -> index(one, column) >= 0))
            .findFirst()
            .orElseThrow(() ->
                Problem.of(
                    INTENT,
                    "No table of "
                        + source.words()
                        + " has the columns "
                        + String.join(", ", wanted)
                        + "; line "
                        + below.getFirst().line()
                        + " has "
                        + String.join(", ", below.getFirst().columns())
                        + ".",
                    "Correct the names of the columns."));
    return rows(source, table, shown);
  }

  private static List<String> wanted(Source.Table source) {
    var wanted = new ArrayList<>(source.columns());
    if (source.name() != null) {
      wanted.add(source.name());
    }
    if (source.members() != null) {
      wanted.add(source.members());
    }
    return wanted;
  }

  private static int index(MarkdownTable table, String column) {
    var wanted = column.strip().toLowerCase(Locale.ROOT);
    return table.columns().stream()
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .toList()
        .indexOf(wanted);
  }

  private List<SnapshotRow> rows(Source.Table source, MarkdownTable table, String shown) {
    var name = source.name() == null ? 0 : index(table, source.name());
    var members = source.members() == null ? -1 : index(table, source.members());
    var rows = new ArrayList<SnapshotRow>();
    for (var row : table.rows()) {
      var cells = row.texts();
      if (cells.stream().allMatch(String::isBlank)) {
        continue;
      }
      var columns = new LinkedHashMap<String, String>();
      for (var i = 0; i < Math.min(cells.size(), table.columns().size()); i++) {
        if (isWanted(source, table.columns().get(i))) {
          columns.put(table.columns().get(i), cells.get(i));
        }
      }
      rows.add(
          new SnapshotRow(
              cells.get(name),
              members < 0 ? List.of() : spelling.parts(cells.get(members)),
              columns,
              Position.of(shown, row.line())));
    }
    return rows;
  }

  private static boolean isWanted(Source.Table source, String column) {
    return source.columns().isEmpty()
        || wanted(source).stream().anyMatch(one -> one.strip().equalsIgnoreCase(column.strip()));
  }

  private List<SnapshotRow> lines(String shown, String text, @Nullable String matches) {
    var pattern = matches == null ? null : BoundedPattern.of(matches);
    var rows = new ArrayList<SnapshotRow>();
    var number = 0;
    for (var line : text.split("\\r?\\n", -1)) {
      number++;
      var name = name(line, pattern, shown);
      if (name != null) {
        rows.add(SnapshotRow.named(name, Position.of(shown, number)));
      }
    }
    return rows;
  }

  private @Nullable String name(String line, @Nullable BoundedPattern pattern, String shown) {
    if (pattern != null) {
      return switch (pattern.find(line)) {
        case BoundedPattern.Search.Found found -> found.group();
        case BoundedPattern.Search.Absent _ -> null;
        case BoundedPattern.Search.GaveUp _ ->
            throw Problem.of(
                INTENT,
                "The regular expression takes too long on " + shown + ".",
                "Write a simpler one under 'matches'.");
      };
    }
    var plain = spelling == Spelling.TEXT ? line : line.replaceAll("(^|\\s)#.*", "");
    var isOption = spelling != Spelling.TEXT && plain.strip().startsWith("-");
    return plain.isBlank() || plain.stripLeading().startsWith("#") || isOption
        ? null
        : plain.strip();
  }
}
