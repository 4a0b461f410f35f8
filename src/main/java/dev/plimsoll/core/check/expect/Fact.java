package dev.plimsoll.core.check.expect;

import dev.plimsoll.core.check.json.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;

/// What a query gives.
public sealed interface Fact {

  /// @param whole false where the middle was left out because there was too much
  record Text(String text, boolean whole) implements Fact {}

  record Whole(long number) implements Fact {}

  /// A percentage, exact: 7999 of 10000 is less than 80 %. Of nothing it is no number at all.
  record Share(long part, long whole) implements Fact {
    /// `79.99% (7999 of 10000)`: what is not shown is cut off, not rounded.
    public String words() {
      var counts = " (" + part + " of " + whole + ")";
      return whole <= 0
          ? "nothing" + counts
          : BigDecimal.valueOf(part)
                  .movePointRight(2)
                  .divide(BigDecimal.valueOf(whole), 2, RoundingMode.DOWN)
                  .stripTrailingZeros()
                  .toPlainString()
              + "%"
              + counts;
    }
  }

  record Time(Duration duration) implements Fact {}

  /// @param onePlace whether the query names one place, where at most one value can stand
  record Nodes(List<JsonValue> values, boolean onePlace) implements Fact {
    public Nodes {
      values = List.copyOf(values);
    }
  }
}
