package dev.plimsoll.core.check.expect;

import java.time.Duration;

/// What a query gives.
public sealed interface Fact {

  /// @param whole false where the middle was left out because there was too much
  record Text(String text, boolean whole) implements Fact {}

  record Whole(long number) implements Fact {}

  record Time(Duration duration) implements Fact {}
}
