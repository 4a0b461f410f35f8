package dev.plimsoll.core.check.golden;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is compared, and how exactly.
///
/// @param of a column, or a JSONPath query
/// @param isPath whether it is a query
/// @param where columns with the values that a row must have to be compared; empty for all rows
public record Rule(
    String of, boolean isPath, Map<String, List<String>> where, Tolerance tolerance) {
  public Rule {
    where = Map.copyOf(where);
  }

  boolean applies(Row row) {
    return where.entrySet().stream()
        .allMatch(column -> {
          var cell = row.cells().get(column.getKey());
          return cell != null && column.getValue().contains(cell.text());
        });
  }

  String words() {
    var rows =
        where.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(column -> column.getKey() + " " + String.join("/", column.getValue()))
            .collect(Collectors.joining(", "));
    return of + (rows.isEmpty() ? "" : " (" + rows + ")") + " within " + tolerance.words();
  }
}
