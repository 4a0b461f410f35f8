package dev.plimsoll.core.model;

/// Where a step stands now: its last raw outcome, or what has happened to it since. Computed, never
/// stored.
public enum Standing {
  /// No attempt yet.
  NOT_RUN,
  /// An attempt is under way in a live process.
  RUNNING,
  PASSED,
  WARNED,
  FAILED,
  INCONCLUSIVE,
  UNAVAILABLE,
  NOT_APPLICABLE,
  INTERRUPTED,
  /// It passed, but on another commit, other inputs, or too long ago.
  STALE,
  /// Not passed, accepted by a named person until a date.
  WAIVED,
  /// Put off to a date by a named person, where the checklist allows it.
  DEFERRED,
  /// An approval that its giver took back.
  RESCINDED;

  /// The word for a person, in capitals with blanks: `NOT RUN`.
  public String words() {
    return name().replace('_', ' ');
  }

  /// Whether the step itself met its expectation (exceptions such as [#WAIVED] do not).
  public boolean isPass() {
    return this == PASSED || this == WARNED;
  }
}
