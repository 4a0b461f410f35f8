package dev.plimsoll.core.check.http.request;

import java.time.Duration;
import java.util.List;

/// Durations and sizes as checklists write them: `90s`, `1m30s`, `500ms`; `10MiB`, `20MB`.
public final class Words {
  private record Unit(String name, long bytes) {}

  private static final List<Unit> SIZES =
      List.of(
          new Unit("MiB", 1L << 20),
          new Unit("MB", 1_000_000),
          new Unit("KiB", 1L << 10),
          new Unit("KB", 1000));

  private Words() {}

  public static String of(Duration duration) {
    if (duration.isZero()) {
      return "0ms";
    }
    return part(duration.toDays(), "d")
        + part(duration.toHoursPart(), "h")
        + part(duration.toMinutesPart(), "m")
        + part(duration.toSecondsPart(), "s")
        + part(duration.toMillisPart(), "ms");
  }

  /// In the largest unit that says it without a remainder, by 1024 or by 1000.
  public static String size(long bytes) {
    for (var unit : SIZES) {
      if (bytes > 0 && bytes % unit.bytes() == 0) {
        return bytes / unit.bytes() + " " + unit.name();
      }
    }
    return bytes + " B";
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + unit;
  }
}
