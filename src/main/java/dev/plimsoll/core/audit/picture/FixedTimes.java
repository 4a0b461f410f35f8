package dev.plimsoll.core.audit.picture;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Times of the one spelling `2026-03-01T09:30:00.000Z`, quickly: entries of one day follow one
/// another. For one thread.
final class FixedTimes {
  private static final int DAY_LENGTH = 10;
  private static final long MINUTE = 60_000;

  private String day = "";
  private long midnight;

  /// @param from where in `text` it begins; 24 characters follow
  /// @return milliseconds since 1970, or [PictureBuilder#NO_TIME] for another spelling
  long millis(String text, int from) {
    if (!text.startsWith(day, from) || day.isEmpty()) {
      try {
        day = text.substring(from, from + DAY_LENGTH);
        midnight = LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
      } catch (DateTimeException other) {
        day = "";
        return PictureBuilder.NO_TIME;
      }
    }
    var hours = digits(text, from + 11, 2);
    var minutes = digits(text, from + 14, 2);
    var seconds = digits(text, from + 17, 2);
    var millis = digits(text, from + 20, 3);
    return hours < 0 || minutes < 0 || seconds < 0 || millis < 0
        ? PictureBuilder.NO_TIME
        : midnight + hours * 60L * MINUTE + minutes * MINUTE + seconds * 1000L + millis;
  }

  private static int digits(String text, int from, int count) {
    var number = 0;
    for (var i = from; i < from + count; i++) {
      var digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
