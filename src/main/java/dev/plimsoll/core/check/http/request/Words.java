package dev.plimsoll.core.check.http.request;

import java.time.Duration;

/// Durations as checklists write them: `90s`, `1m30s`, `500ms`.
public final class Words {
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

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + unit;
  }
}
