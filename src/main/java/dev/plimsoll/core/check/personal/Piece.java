package dev.plimsoll.core.check.personal;

import java.io.IOException;

/// One value of an export.
///
/// @param line from 1, where it begins
/// @param field the column, key or property that it stands in; empty where there is none
/// @param isNumber whether the format says that it is a number
record Piece(int line, String field, String text, boolean isNumber) {
  /// Where values come from.
  interface Source {
    /// Hands over every value in order.
    ///
    /// @throws IOException where the export is malformed, in words for a person
    void each(Taker taker) throws IOException;
  }

  interface Taker {
    void take(Piece piece);
  }
}
