package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.expect.Fact;
import java.time.Duration;

/// One number that a report gives. Figures of one name are of one kind, and add up.
sealed interface Figure {
  /// @throws IllegalArgumentException where the kinds differ
  Figure plus(Figure other);

  Fact fact();

  record Count(long number) implements Figure {
    @Override
    public Figure plus(Figure other) {
      return other instanceof Count(long more) ? new Count(number + more) : mixed(this, other);
    }

    @Override
    public Fact fact() {
      return new Fact.Whole(number);
    }
  }

  /// @param part of the whole; both are kept, so that nothing is ever rounded
  record Share(long part, long whole) implements Figure {
    @Override
    public Figure plus(Figure other) {
      return other instanceof Share(long p, long w)
          ? new Share(part + p, whole + w)
          : mixed(this, other);
    }

    @Override
    public Fact fact() {
      return new Fact.Share(part, whole);
    }
  }

  record Time(Duration time) implements Figure {
    @Override
    public Figure plus(Figure other) {
      return other instanceof Time(Duration more) ? new Time(time.plus(more)) : mixed(this, other);
    }

    @Override
    public Fact fact() {
      return new Fact.Time(time);
    }
  }

  private static Figure mixed(Figure one, Figure other) {
    throw new IllegalArgumentException(one + " and " + other + " do not add up");
  }
}
