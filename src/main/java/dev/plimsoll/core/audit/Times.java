package dev.plimsoll.core.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// The one spelling of a time: `2026-03-01T09:30:00.000Z`, in milliseconds, what is smaller cut
/// off.
public final class Times {
  /// The digits of the years, months, days, hours, minutes, seconds and milliseconds.
  private static final String FORM = "####-##-##T##:##:##.###Z";

  private Times() {}

  /// @throws IllegalArgumentException for a year that does not have four digits
  public static String text(Instant time) {
    var at = time.atOffset(ZoneOffset.UTC);
    if (at.getYear() < 0 || at.getYear() > 9999) {
      throw new IllegalArgumentException("not a time of the years 0000 to 9999: " + time);
    }
    var text = FORM.toCharArray();
    put(text, 0, 4, at.getYear());
    put(text, 5, 2, at.getMonthValue());
    put(text, 8, 2, at.getDayOfMonth());
    put(text, 11, 2, at.getHour());
    put(text, 14, 2, at.getMinute());
    put(text, 17, 2, at.getSecond());
    put(text, 20, 3, at.getNano() / 1_000_000);
    return new String(text);
  }

  private static void put(char[] text, int from, int digits, int value) {
    for (int at = from + digits - 1, rest = value; at >= from; at--, rest /= 10) {
      text[at] = (char) ('0' + rest % 10);
    }
  }

  /// @throws IllegalArgumentException for any other spelling
  public static Instant parse(String text) {
    if (!isOfTheForm(text)) {
      throw new IllegalArgumentException("not a time as 2026-03-01T09:30:00.000Z: " + text);
    }
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 2),
              number(text, 8, 2),
              number(text, 11, 2),
              number(text, 14, 2),
              number(text, 17, 2),
              number(text, 20, 3) * 1_000_000)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a time as 2026-03-01T09:30:00.000Z: " + text, e);
    }
  }

  private static boolean isOfTheForm(String text) {
    if (text.length() != FORM.length()) {
      return false;
    }
    for (var at = 0; at < FORM.length(); at++) {
      var wanted = FORM.charAt(at);
      var there = text.charAt(at);
      if (wanted == '#' ? there < '0' || there > '9' : there != wanted) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int digits) {
    return Integer.parseInt(text, from, from + digits, 10);
  }

  static Instant cut(Instant time) {
    return time.truncatedTo(ChronoUnit.MILLIS);
  }
}
