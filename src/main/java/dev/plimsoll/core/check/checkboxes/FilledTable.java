package dev.plimsoll.core.check.checkboxes;

import dev.plimsoll.core.check.checkboxes.Checkboxes.Filled;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.markdown.MarkdownTable;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import java.util.ArrayList;
import java.util.List;

/// Judges whether the rows of a table were filled in.
record FilledTable(Filled rule, Placeholders placeholders) {
  Clause judge(String file, String text) {
    var tables =
        MarkdownTable.all(file, text).stream()
            .filter(
                table -> rule.place().anchor().isEmpty() || table.isBelow(rule.place().anchor()))
            .toList();
    if (tables.isEmpty()) {
      throw Problem.of(
          "Table not read",
          "There is no table in " + rule.place() + ".",
          "Correct 'filled', or write the table.");
    }
    var table = tables.getFirst();
    var columns = columns(table);
    var findings = new ArrayList<Finding>();
    var filled = 0;
    for (var row : table.rows()) {
      var flaws = flaws(table, row, columns, file);
      filled += flaws.isEmpty() ? 1 : 0;
      findings.addAll(flaws);
    }
    var observed = filled + " of " + table.rows().size() + " rows filled in " + rule.place();
    if (filled < rule.atLeast()) {
      findings.add(
          Finding.error(
              "Expected at least " + rule.atLeast() + " filled rows, saw " + filled + ".",
              Position.of(file, table.line()),
              "Fill them in."));
    }
    return findings.isEmpty() ? Clause.held(observed) : Clause.broken(observed, findings);
  }

  private List<Integer> columns(MarkdownTable table) {
    var columns = new ArrayList<Integer>();
    for (var i = 0; i < table.columns().size(); i++) {
      var name = table.columns().get(i);
      if (rule.columns().isEmpty() || rule.columns().stream().anyMatch(name::equalsIgnoreCase)) {
        columns.add(i);
      }
    }
    if (columns.size() < rule.columns().size()) {
      throw Problem.of(
          "Table not read",
          rule.place()
              + " has the columns "
              + String.join(", ", table.columns())
              + ", not "
              + String.join(", ", rule.columns())
              + ".",
          "Correct 'columns'.");
    }
    return columns;
  }

  private List<Finding> flaws(
      MarkdownTable table, MarkdownTable.Row row, List<Integer> columns, String file) {
    var flaws = new ArrayList<Finding>();
    for (var column : columns) {
      var cell = column < row.cells().size() ? row.texts().get(column) : "";
      var name = table.columns().get(column);
      var at = Position.of(file, row.line());
      if (cell.isBlank()) {
        flaws.add(Finding.error("Nothing stands under " + name + ".", at, "Fill it in."));
      } else {
        placeholders
            .in(cell)
            .ifPresent(found ->
                flaws.add(Finding.error(name + " still says " + found + ".", at, "Fill it in.")));
      }
    }
    return flaws;
  }
}
