package dev.plimsoll.core.check.golden;

import java.util.Map;

/// A row of a table.
///
/// @param name what joins it with the row of the other table, as people read it
/// @param line on which it stands, from 1
/// @param cells by column
record Row(String name, int line, Map<String, Cell> cells) {

  /// @param line on which it stands, from 1
  record Cell(String text, int line) {}
}
