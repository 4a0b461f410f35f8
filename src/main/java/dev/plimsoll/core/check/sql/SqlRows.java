package dev.plimsoll.core.check.sql;

import dev.plimsoll.core.check.expect.Fact;
import dev.plimsoll.core.check.json.JsonValue;
import java.util.List;

/// What a query gave.
///
/// @param count of rows that were read
/// @param isAll whether there were no more
/// @param values of the first column, in order
record SqlRows(int count, boolean isAll, List<JsonValue> values) {
  SqlRows {
    values = List.copyOf(values);
  }

  Fact of(String query) {
    return switch (query) {
      case "rows" -> new Fact.Whole(count);
      case "value" -> new Fact.Nodes(values.stream().limit(1).toList(), true);
      case "values" -> new Fact.Nodes(values, false);
      default -> throw new IllegalArgumentException("no such query: " + query);
    };
  }
}
