package dev.plimsoll.core.model;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How often something is to be done, as the project file says it: `day at 02:00`, `monday at
/// 09:00`, `first day of month at 09:00`, `last friday of month at 17:30`. Times are those of the
/// machine's zone.
///
/// @param words as they stand in the file
public record Rhythm(String words) {
  private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");
  private static final int LONGEST_DAYS = 70;

  /// The last moment before `now`, or `now` itself, at which it was to be done; empty where the
  /// words are none that are known.
  public Optional<LocalDateTime> lastDue(LocalDateTime now) {
    var at = words.lastIndexOf(" at ");
    if (at < 0) {
      return Optional.empty();
    }
    try {
      var day = words.substring(0, at).split(" ");
      var time = LocalTime.parse(words.substring(at + 4));
      for (var back = 0; back <= LONGEST_DAYS; back++) {
        var date = now.toLocalDate().minusDays(back);
        if (isDay(day, date) && !date.atTime(time).isAfter(now)) {
          return Optional.of(date.atTime(time));
        }
      }
      return Optional.empty();
    } catch (DateTimeException | IllegalArgumentException notKnown) {
      return Optional.empty();
    }
  }

  private static boolean isDay(String[] words, LocalDate date) {
    if (words.length == 1) {
      return words[0].equals("day") || date.getDayOfWeek() == weekday(words[0]);
    }
    var isLast = words[0].equals("last");
    var number = ORDINALS.indexOf(words[0]) + 1;
    if (!isLast && number == 0) {
      throw new IllegalArgumentException(words[0]);
    }
    if (words[1].equals("day")) {
      return date.getDayOfMonth() == (isLast ? YearMonth.from(date).lengthOfMonth() : number);
    }
    var weekday = weekday(words[1]);
    return date.equals(
        date.with(
            isLast
                ? TemporalAdjusters.lastInMonth(weekday)
                : TemporalAdjusters.dayOfWeekInMonth(number, weekday)));
  }

  private static DayOfWeek weekday(String word) {
    return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
