package dev.plimsoll.core.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// The one spelling of a time: `2026-03-01T09:30:00.000Z`, in milliseconds, what is smaller cut
/// off.
public final class Times {
  private static final DateTimeFormatter SPELLING =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT)
          .withZone(ZoneOffset.UTC);

  private Times() {}

  /// @throws IllegalArgumentException for a year that does not have four digits
  public static String text(Instant time) {
    var text = SPELLING.format(time);
    if (text.length() != 24) {
      throw new IllegalArgumentException("not a time of the years 0000 to 9999: " + time);
    }
    return text;
  }

  /// @throws IllegalArgumentException for any other spelling
  public static Instant parse(String text) {
    try {
      var time = SPELLING.parse(text, Instant::from);
      if (text(time).equals(text)) {
        return time;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time as 2026-03-01T09:30:00.000Z: " + text, e);
    }
    throw new IllegalArgumentException("not a time as 2026-03-01T09:30:00.000Z: " + text);
  }

  static Instant cut(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
