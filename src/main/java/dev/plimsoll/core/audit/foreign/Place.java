package dev.plimsoll.core.audit.foreign;

/// Where an entry stands, for a sentence.
final class Place {
  private Place() {}

  /// `Entry 40 (line 41, byte 9812)`.
  static String of(long entry, Line line) {
    return of(entry, line, 0);
  }

  /// @param at counted from the first byte of the line
  static String of(long entry, Line line, int at) {
    return "Entry " + entry + " (line " + line.number() + ", byte " + (line.offset() + at) + ")";
  }
}
