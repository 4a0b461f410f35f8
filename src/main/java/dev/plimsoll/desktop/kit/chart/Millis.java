package dev.plimsoll.desktop.kit.chart;

import java.util.Locale;

/// Durations of requests in words.
public final class Millis {
  private Millis() {}

  /// `0.4 ms`, `8.1 ms`, `213 ms`, `4.1 s`, `75 s`
  ///
  /// @param micros microseconds
  public static String of(long micros) {
    if (micros < 99_950) {
      return String.format(Locale.ROOT, "%.1f ms", micros / 1_000.0);
    }
    if (micros < 999_500) {
      return Math.round(micros / 1_000.0) + " ms";
    }
    return micros < 9_950_000
        ? String.format(Locale.ROOT, "%.1f s", micros / 1_000_000.0)
        : Math.round(micros / 1_000_000.0) + " s";
  }
}
