package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.run.Series;
import dev.plimsoll.desktop.kit.Texts;
import dev.plimsoll.desktop.kit.chart.Millis;

/// The responses of a step in words.
final class SeriesWords {
  private SeriesWords() {}

  /// `120 of 200 · 3 failed`, `1 response`
  ///
  /// @param expected how many there will be at most, 0 where that is not known
  static String count(long count, long failed, long expected) {
    var seen =
        expected > count
            ? Texts.number(count) + " of " + Texts.count(expected, "request")
            : Texts.count(count, "response");
    return failed == 0 ? seen : seen + " · " + Texts.count(failed, "failed", "failed");
  }

  /// `half within 3.4 ms, 95 % within 8.1 ms, the slowest 44.0 ms`
  static String spread(Series series) {
    var spread = series.spread();
    return series.count() == 1
        ? "It took " + Millis.of(spread.slowest()) + "."
        : "Fastest "
            + Millis.of(spread.fastest())
            + " · half within "
            + Millis.of(spread.median())
            + " · 95 % within "
            + Millis.of(spread.p95())
            + " · slowest "
            + Millis.of(spread.slowest());
  }

  static String aloud(Series series) {
    return count(series.count(), series.failed(), 0) + ". " + spread(series);
  }
}
