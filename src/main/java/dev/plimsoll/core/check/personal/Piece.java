package dev.plimsoll.core.check.personal;

import java.io.IOException;

/// One value of an export.
///
/// @param line from 1, where it begins
/// @param field the column, key or property that it stands in; empty where there is none
/// @param kind what the format says that it is
record Piece(int line, String field, String text, Kind kind) {
  enum Kind {
    VALUE,
    NUMBER,
    /// A name of values: the head of a column, a key.
    NAME
  }

  Piece(int line, String field, String text, boolean isNumber) {
    this(line, field, text, isNumber ? Kind.NUMBER : Kind.VALUE);
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

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
