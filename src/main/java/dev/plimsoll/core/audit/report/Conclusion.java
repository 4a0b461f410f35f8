package dev.plimsoll.core.audit.report;

/// How a verification ended.
public enum Conclusion {
  PROVEN("PROVEN"),
  PROVEN_WITH_WARNINGS("PROVEN WITH WARNINGS"),
  BROKEN("BROKEN"),
  /// It could not be read, or is of a kind that is not known; not called tampered.
  COULD_NOT_TELL("COULD NOT TELL");

  private final String words;

  Conclusion(String words) {
    this.words = words;
  }

  /// In capitals, as on a stamp.
  public String words() {
    return words;
  }
}
