package dev.plimsoll.core.run;

import dev.plimsoll.core.model.Sample;
import java.util.List;

/// What the responses of a step look like so far: an immutable picture whose size does not grow
/// with their number.
///
/// @param count responses seen, requests without one included
/// @param failed how many of them did not meet what the step expects
/// @param spread of their times
/// @param stretches all of them in order, neighbours put together where there are many; at most
///   [LiveSamples#STRETCHES]
/// @param rows single ones
public record Series(long count, long failed, Spread spread, List<Stretch> stretches, Rows rows) {
  public static final Series NONE =
      new Series(0, 0, new Spread(0, 0, 0, 0), List.of(), new Rows(List.of(), List.of()));

  public Series {
    stretches = List.copyOf(stretches);
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /// Times in microseconds. Median and p95 by nearest rank, to within one part in 128; fastest and
  /// slowest exactly.
  public record Spread(long fastest, long median, long p95, long slowest) {}

  /// Neighbours in the order in which they came.
  ///
  /// @param count how many, at least 1
  /// @param fastest microseconds
  /// @param slowest microseconds
  /// @param failed how many of them failed
  public record Stretch(long count, long fastest, long slowest, long failed) {
    Stretch with(Stretch next) {
      return new Stretch(
          count + next.count,
          Math.min(fastest, next.fastest),
          Math.max(slowest, next.slowest),
          failed + next.failed);
    }
  }

  /// @param latest the last ones, oldest first; at most [LiveSamples#LATEST]
  /// @param failures the first that failed; at most [LiveSamples#FAILURES]
  public record Rows(List<Sample> latest, List<Sample> failures) {
    public Rows {
      latest = List.copyOf(latest);
      failures = List.copyOf(failures);
    }
  }
}
