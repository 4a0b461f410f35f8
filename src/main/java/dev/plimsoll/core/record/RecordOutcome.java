package dev.plimsoll.core.record;

import java.util.Optional;

/// How a release stood when its record was sealed. Follows from the gate and from what was probed;
/// never chosen.
public enum RecordOutcome {
  /// The gate was Go; publication was not recorded.
  READY,
  /// Published, and a probe saw it.
  RELEASED,
  /// The same, with at least one exception.
  RELEASED_WITH_EXCEPTIONS,
  /// Published and taken back.
  ROLLED_BACK,
  /// Given up.
  ABORTED;

  /// Whether a release with this outcome was let go by the gate.
  public boolean isGo() {
    return this == READY || this == RELEASED || this == RELEASED_WITH_EXCEPTIONS;
  }

  /// The word for a person, with blanks: `RELEASED WITH EXCEPTIONS`.
  public String words() {
    return name().replace('_', ' ');
  }

  /// What it says, for a person.
  public String sentence() {
    return switch (this) {
      case READY -> "The gate said go. Whether it was published is not recorded.";
      case RELEASED -> "The gate said go, and a probe saw it published.";
      case RELEASED_WITH_EXCEPTIONS ->
          "The gate said go with exceptions, and a probe saw it published.";
      case ROLLED_BACK -> "It was published and taken back.";
      case ABORTED -> "It was given up: nothing here lets it go.";
    };
  }

  static Optional<RecordOutcome> ofWord(String word) {
    for (var outcome : values()) {
      if (outcome.name().equals(word)) {
        return Optional.of(outcome);
      }
    }
    return Optional.empty();
  }
}
