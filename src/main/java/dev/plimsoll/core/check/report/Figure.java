package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.expect.Fact;
import dev.plimsoll.core.check.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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

  /// Values of a JSON document; those of several files stand one after another.
  record Nodes(List<JsonValue> values, boolean onePlace) implements Figure {
    public Nodes {
      values = List.copyOf(values);
    }

    @Override
    public Figure plus(Figure other) {
      if (!(other instanceof Nodes(var more, var _))) {
        return mixed(this, other);
      }
      var all = new ArrayList<>(values);
      all.addAll(more);
      return new Nodes(all, false);
    }

    @Override
    public Fact fact() {
      return new Fact.Nodes(values, onePlace);
    }
  }

  /// The text of a report; those of several files are no longer one document.
  record Body(String text) implements Figure {
    @Override
    public Figure plus(Figure other) {
      return other instanceof Body(var more) ? new Body(text + "\n" + more) : mixed(this, other);
    }

    @Override
    public Fact fact() {
      return new Fact.Text(text, true);
    }
  }

  private static Figure mixed(Figure one, Figure other) {
    throw new IllegalArgumentException(one + " and " + other + " do not add up");
  }
}
