package dev.plimsoll.core.release;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Days on which releases go out: `tuesday`, `first tuesday of month`, `last day of month`, `day`.
///
/// @param text as it was written
/// @param which which of the month, from 1, -1 for the last, or 0 for each
/// @param day of the week, or null for any
public record ReleaseDay(String text, int which, @Nullable DayOfWeek day) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(first|second|third|fourth|last) )?"
              + "(day|monday|tuesday|wednesday|thursday|friday|saturday|sunday)( of month)?");
  private static final Map<String, Integer> WHICH =
      Map.of("first", 1, "second", 2, "third", 3, "fourth", 4, "last", -1);

  /// The day, or empty where `text` is none.
  public static Optional<ReleaseDay> parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches() || (matcher.group(1) == null) != (matcher.group(3) == null)) {
      return Optional.empty();
    }
    var word = matcher.group(2);
    return Optional.of(
        new ReleaseDay(
            text,
            matcher.group(1) == null ? 0 : WHICH.getOrDefault(matcher.group(1), 0),
            word.equals("day") ? null : DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT))));
  }

  public boolean isOn(LocalDate date) {
    if (which == 0) {
      return day == null || date.getDayOfWeek() == day;
    }
    if (day != null) {
      return date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(which, day)));
    }
    return which > 0
        ? date.getDayOfMonth() == which
        : date.equals(date.with(TemporalAdjusters.lastDayOfMonth()));
  }
}
