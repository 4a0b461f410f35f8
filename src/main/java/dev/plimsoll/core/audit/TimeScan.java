package dev.plimsoll.core.audit;

import java.time.LocalDate;
import java.time.YearMonth;

/// Reads the one spelling of a time (see [Times]) from bytes. For one thread: the day is
/// remembered, since the next line is mostly of the same one.
final class TimeScan {
  static final int LENGTH = 24;
  static final long NOT = Long.MIN_VALUE;

  private static final long DAY = 24 * 60 * 60 * 1000L;
  private static final String FORM = "0000-00-00T00:00:00.000Z";
  private static final int DATE = 10;

  private final byte[] date = new byte[DATE];
  private long day = NOT;

  /// @return milliseconds since 1970, or [#NOT]
  long millis(byte[] bytes, int at) {
    for (var i = 0; i < LENGTH; i++) {
      var which = bytes[at + i];
      var form = FORM.charAt(i);
      if (form == '0' ? which < '0' || which > '9' : which != form) {
        return NOT;
      }
    }
    if (!isSameDay(bytes, at)) {
      day = day(bytes, at);
      System.arraycopy(bytes, at, date, 0, DATE);
    }
    var hour = two(bytes, at + 11);
    var minute = two(bytes, at + 14);
    var second = two(bytes, at + 17);
    if (day == NOT || hour > 23 || minute > 59 || second > 59) {
      return NOT;
    }
    var fraction = 10 * two(bytes, at + 20) + bytes[at + 22] - '0';
    return day + ((hour * 60L + minute) * 60 + second) * 1000 + fraction;
  }

  private boolean isSameDay(byte[] bytes, int at) {
    for (var i = DATE - 1; i >= 0; i--) {
      if (bytes[at + i] != date[i]) {
        return false;
      }
    }
    return true;
  }

  private static long day(byte[] bytes, int at) {
    var year = 100 * two(bytes, at) + two(bytes, at + 2);
    var month = two(bytes, at + 5);
    var dayOfMonth = two(bytes, at + 8);
    if (month < 1
        || month > 12
        || dayOfMonth < 1
        || dayOfMonth > YearMonth.of(year, month).lengthOfMonth()) {
      return NOT;
    }
    return LocalDate.of(year, month, dayOfMonth).toEpochDay() * DAY;
  }

  private static int two(byte[] bytes, int at) {
    return 10 * (bytes[at] - '0') + bytes[at + 1] - '0';
  }
}
