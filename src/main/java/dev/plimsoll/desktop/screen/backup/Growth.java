package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.desktop.kit.Texts;
import java.time.Duration;
import java.util.List;

/// How a set grows: what its points take, how much comes each day, and how long the room lasts.
/// Pure.
///
/// @param stored bytes of all points
/// @param perDay bytes that come each day, or -1 where too little is known
/// @param free bytes that are free, or -1
record Growth(long stored, long perDay, long free) {
  private static final Duration ENOUGH = Duration.ofHours(20);

  /// @param points newest first
  static Growth of(List<RestorePoint> points, long free) {
    var stored = points.stream().mapToLong(point -> point.content().stored()).sum();
    if (points.size() < 2) {
      return new Growth(stored, -1, free);
    }
    var oldest = points.getLast();
    var span = Duration.between(oldest.takenOn(), points.getFirst().takenOn());
    if (span.compareTo(ENOUGH) < 0) {
      return new Growth(stored, -1, free);
    }
    // what the oldest takes was there before the span began
    var came = stored - oldest.content().stored();
    return new Growth(stored, Math.round((double) came / span.toMinutes() * 24 * 60), free);
  }

  /// Days until nothing is free, or -1 where that cannot be told.
  long daysLeft() {
    return free < 0 || perDay <= 0 ? -1 : free / perDay;
  }

  /// `2.1 GB free`
  String room() {
    return free < 0 ? "unknown" : Texts.bytes(free) + " free";
  }

  /// `12.4 MB a day; room for about 210 days`
  String pace() {
    if (perDay < 0) {
      return "too few backups to tell how it grows";
    }
    var days = daysLeft();
    return Texts.bytes(perDay)
        + " a day"
        + (days < 0
            ? ""
            : days > 3650
                ? "; room for more than ten years"
                : "; room for about " + Texts.count(days, "day"));
  }

  /// Whether the room ends within a fortnight.
  boolean isTight() {
    var days = daysLeft();
    return days >= 0 && days < 14;
  }
}
