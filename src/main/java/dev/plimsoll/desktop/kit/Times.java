package dev.plimsoll.desktop.kit;

import dev.plimsoll.core.model.Plural;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// Times in words: English, independent of the machine's locale, in the person's time zone.
///
/// @param clock what "now" is
/// @param zone the person's time zone
public record Times(InstantSource clock, ZoneId zone) {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

  /// `just now`, `3 min ago`, `2 h ago`, `yesterday 14:21`, `2 Nov 2026`
  public String ago(Instant then) {
    var now = clock.instant();
    var gone = Duration.between(then, now);
    if (gone.isNegative() || gone.toSeconds() < 45) {
      return gone.toSeconds() < -90 ? moment(then) : "just now";
    }
    if (gone.toMinutes() < 60) {
      return Math.max(1, gone.toMinutes()) + " min ago";
    }
    var days = ChronoUnit.DAYS.between(day(then), day(now));
    if (days == 0) {
      return gone.toHours() + " h ago";
    }
    return days == 1 ? "yesterday " + minute(then) : day(day(then));
  }

  /// How old it is, in the largest unit alone: `just now`, `3 min ago`, `2 h ago`, `19 days ago`
  public String age(Instant then) {
    var gone = Duration.between(then, clock.instant());
    if (gone.toSeconds() < 45) {
      return gone.toSeconds() < -90 ? "on " + moment(then) : "just now";
    }
    return gone.toHours() < 1
        ? Math.max(1, gone.toMinutes()) + " min ago"
        : gone.toHours() < 24
            ? gone.toHours() + " h ago"
            : Plural.of(gone.toDays(), "day") + " ago";
  }

  /// As [#ago], with the days counted for a month: `3 days ago`.
  public String daysAgo(Instant then) {
    var days = ChronoUnit.DAYS.between(day(then), day(clock.instant()));
    return days > 1 && days <= 31 ? days + " days ago" : ago(then);
  }

  /// `2 Nov 2026, 14:21`
  public String moment(Instant instant) {
    return day(day(instant)) + ", " + minute(instant);
  }

  /// `2 Nov 2026, 14:21 UTC`
  public static String momentUtc(Instant instant) {
    return DAY.format(instant.atOffset(ZoneOffset.UTC))
        + ", "
        + MINUTE.format(instant.atOffset(ZoneOffset.UTC))
        + " UTC";
  }

  /// `14:21`
  public String minute(Instant instant) {
    return MINUTE.format(instant.atZone(zone));
  }

  /// `14:21:07`
  public String second(Instant instant) {
    return SECOND.format(instant.atZone(zone));
  }

  /// `30 Nov 2026`
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /// `350 ms`, `41 s`, `14 min`, `1 h 12 min`, `3 days`
  public static String span(Duration duration) {
    if (duration.toMillis() < 1000) {
      return Math.max(0, duration.toMillis()) + " ms";
    }
    if (duration.toSeconds() < 100) {
      return duration.toSeconds() + " s";
    }
    if (duration.toMinutes() < 60) {
      return duration.toMinutes() + " min";
    }
    if (duration.toHours() < 48) {
      var rest = duration.toMinutesPart();
      return duration.toHours() + " h" + (rest == 0 ? "" : " " + rest + " min");
    }
    return Plural.of(duration.toDays(), "day");
  }

  /// `0:41`, `12:07`, `1:12:07`: for something that is still running.
  public static String stopwatch(Duration duration) {
    var seconds = Math.max(0, duration.toSeconds());
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }
}
