package dev.plimsoll.core.checklist.markdown;

/// What became of one line of a runbook.
///
/// @param number from 1
/// @param to where it went (`step unit-tests: command`), or why it went nowhere (`prose`); empty
///   for a blank line
/// @param text the line, secrets masked
public record SourceLine(int number, Fate fate, String to, String text) {
  /// Every line has exactly one.
  public enum Fate {
    MAPPED,
    UNMAPPED,
    BLANK
  }

  /// For a person: `step unit-tests: command`, or `not mapped: prose`.
  public String account() {
    return switch (fate) {
      case MAPPED -> to;
      case UNMAPPED -> "not mapped: " + to;
      case BLANK -> "";
    };
  }
}
