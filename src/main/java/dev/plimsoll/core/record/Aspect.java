package dev.plimsoll.core.record;

import java.util.Locale;

/// The six questions a verification answers, in the order in which they are shown.
public enum Aspect {
  /// Is the audit chain whole, and is it the one the record was sealed over?
  INTEGRITY,
  /// Are all entries there that any known checkpoint covers?
  COMPLETENESS,
  /// Did the people sign who had to?
  AUTHENTICITY,
  /// Do the record's own contents bear out its outcome?
  POLICY,
  /// Where was the log published, and how far?
  ANCHORING,
  /// Are the files there, and are they those that the record names?
  ARTIFACTS;

  /// `Integrity`
  public String title() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
