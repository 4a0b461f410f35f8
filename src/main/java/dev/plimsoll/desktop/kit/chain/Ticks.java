package dev.plimsoll.desktop.kit.chain;

import dev.plimsoll.core.model.ChainPicture.Axis;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/// Round places on an axis, with their words. Pure.
final class Ticks {
  private static final long DAY = 86_400;
  private static final long[] SECONDS = {
    1, 5, 15, 30, 60, 300, 900, 1800, 3600, 3 * 3600, 6 * 3600, 12 * 3600
  };
  private static final long[] DAYS = {1, 2, 7, 14};
  private static final long[] MONTHS = {1, 3, 6, 12, 24, 60, 120, 600};
  private static final double DAYS_OF_MONTH = 30.44;

  private Ticks() {}

  /// @param at on the axis
  record Tick(double at, String words) {}

  /// @param most how many have room
  static List<Tick> of(Viewport view, int most, ZoneId zone) {
    var step = view.length() / Math.max(1, most);
    if (view.axis() == Axis.ENTRIES) {
      return entries(view, step);
    }
    var seconds = step / 1000;
    for (var unit : SECONDS) {
      if (unit >= seconds) {
        return clock(view, unit, zone);
      }
    }
    for (var unit : DAYS) {
      if (unit * DAY >= seconds) {
        return days(view, unit, zone);
      }
    }
    for (var unit : MONTHS) {
      if (unit * DAYS_OF_MONTH * DAY >= seconds) {
        return months(view, unit, zone);
      }
    }
    return months(view, MONTHS[MONTHS.length - 1] * 10, zone);
  }

  private static List<Tick> entries(Viewport view, double least) {
    var step = 1L;
    for (var power = 1L; step < least; power *= 10) {
      for (var digit : new long[] {1, 2, 5}) {
        step = digit * power;
        if (step >= least) {
          break;
        }
      }
    }
    var unit = step;
    var first = Math.max(0, (long) Math.ceil(view.from() / unit));
    return LongStream.rangeClosed(first, (long) Math.floor(view.to() / unit))
        .mapToObj(n -> new Tick(n * unit, String.format(Locale.ENGLISH, "%,d", n * unit)))
        .toList();
  }

  private static List<Tick> clock(Viewport view, long unit, ZoneId zone) {
    var form = formatter(unit < 60 ? "HH:mm:ss" : "HH:mm");
    var day = formatter("d MMM");
    var ticks = new ArrayList<Tick>();
    var time = time(view.from(), zone).toLocalDate().atStartOfDay(zone);
    var into = Math.max(0, (long) ((view.from() - millis(time)) / 1000 / unit));
    time = time.plusSeconds(into * unit);
    for (; millis(time) <= view.to(); time = time.plusSeconds(unit)) {
      if (millis(time) >= view.from()) {
        var midnight = time.toLocalTime().toSecondOfDay() == 0;
        ticks.add(new Tick(millis(time), (midnight ? day : form).format(time)));
      }
    }
    return ticks;
  }

  private static List<Tick> days(Viewport view, long unit, ZoneId zone) {
    var form = formatter("d MMM");
    var ticks = new ArrayList<Tick>();
    var day = time(view.from(), zone).toLocalDate();
    day = LocalDate.ofEpochDay(Math.floorDiv(day.toEpochDay(), unit) * unit);
    for (; millis(day.atStartOfDay(zone)) <= view.to(); day = day.plusDays(unit)) {
      add(ticks, view, day, zone, form);
    }
    return ticks;
  }

  private static List<Tick> months(Viewport view, long unit, ZoneId zone) {
    var form = formatter(unit < 12 ? "MMM uuuu" : "uuuu");
    var ticks = new ArrayList<Tick>();
    var day = time(view.from(), zone).toLocalDate();
    var month = Math.floorDiv(day.getYear() * 12L + day.getMonthValue() - 1, unit) * unit;
    day = LocalDate.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
    for (; millis(day.atStartOfDay(zone)) <= view.to(); day = day.plusMonths(unit)) {
      add(ticks, view, day, zone, form);
    }
    return ticks;
  }

  private static void add(
      List<Tick> ticks, Viewport view, LocalDate day, ZoneId zone, DateTimeFormatter form) {
    var at = millis(day.atStartOfDay(zone));
    if (at >= view.from()) {
      ticks.add(new Tick(at, form.format(day)));
    }
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  private static ZonedDateTime time(double millis, ZoneId zone) {
    return Instant.ofEpochMilli((long) Math.floor(millis)).atZone(zone);
  }

  private static double millis(ZonedDateTime time) {
    return time.toInstant().toEpochMilli();
  }
}
