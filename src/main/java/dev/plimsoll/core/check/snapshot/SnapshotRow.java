package dev.plimsoll.core.check.snapshot;

import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// One row of a set.
///
/// @param name what it is called
/// @param members what belongs to it, each by itself; empty where nothing does
/// @param columns every value by the name of its column, in order
/// @param at where it stands
record SnapshotRow(
    String name, List<String> members, SequencedMap<String, String> columns, Position at) {
  SnapshotRow {
    members = List.copyOf(members);
    columns = new LinkedHashMap<>(columns);
  }

  static SnapshotRow named(String name, Position at) {
    return new SnapshotRow(name, List.of(), new LinkedHashMap<>(), at);
  }

  /// The value in a column, whatever its case; empty where there is no such column.
  String value(String column) {
    return columns.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(column))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  boolean hasColumn(String column) {
    return columns.keySet().stream().anyMatch(column::equalsIgnoreCase);
  }

  /// What tells this row from others.
  ///
  /// @param columns none for the name
  String key(List<String> columns) {
    if (columns.isEmpty()) {
      return name;
    }
    var parts = new ArrayList<String>();
    columns.forEach(column -> parts.add(value(column)));
    return String.join(" / ", parts);
  }
}
