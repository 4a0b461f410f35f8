package dev.plimsoll.core.backup;

import dev.plimsoll.core.model.BackupSet.Keep;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.model.RestorePoint.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which backups stay and which may go: a decision over values, that removes nothing. A backup that
/// any rule keeps stays. Ages are by the times in the manifests.
public final class Retention {
  private final Keep keep;
  private final Instant now;
  private final ZoneId zone;
  private final Map<String, List<String>> reasons = new LinkedHashMap<>();

  private Retention(Keep keep, Instant now, ZoneId zone) {
    this.keep = keep;
    this.now = now;
    this.zone = zone;
  }

  /// @param points of one set, in any order, with what the log says of each
  /// @param zone whose days, weeks and months are counted
  public static Pruning of(Keep keep, List<RestorePoint> points, Instant now, ZoneId zone) {
    return new Retention(keep, now, zone).decided(points);
  }

  private Pruning decided(List<RestorePoint> points) {
    var all = new ArrayList<>(points);
    all.sort(
        Comparator.comparing(RestorePoint::takenOn).thenComparing(RestorePoint::id).reversed());
    all.forEach(point -> reasons.put(point.id(), new ArrayList<>()));
    var sound = new ArrayList<RestorePoint>();
    for (var point : all) {
      if (point.level() == Level.BROKEN) {
        keep(point, "it is broken: look at it, then remove it by hand");
      } else if (point.level() == Level.UNREAD) {
        keep(point, "it could not be read: nothing is known of it now");
      } else if (point.takenOn().isAfter(now)) {
        keep(point, "its time lies ahead of the clock");
      } else {
        sound.add(point);
      }
    }
    if (!sound.isEmpty()) {
      always(sound);
      byRules(sound);
      atLeast(sound);
    }
    return new Pruning(all.stream().map(this::fate).toList());
  }

  private Pruning.Fate fate(RestorePoint point) {
    return new Pruning.Fate(point, reasons.getOrDefault(point.id(), List.of()));
  }

  private void keep(RestorePoint point, String reason) {
    reasons.computeIfAbsent(point.id(), id -> new ArrayList<>()).add(reason);
  }

  private void always(List<RestorePoint> sound) {
    var newest = sound.getFirst();
    keep(newest, "it is the newest");
    if (keep.isEverything()) {
      sound.forEach(point -> keep(point, "the set says nothing of removing any"));
    } else if (newest.level() == Level.MADE) {
      sound.forEach(point -> keep(point, "the newest, " + newest.id() + ", is not verified yet"));
    }
    var proven = sound.stream().filter(point -> point.level() == Level.PROVEN).toList();
    if (!proven.isEmpty()) {
      keep(proven.getFirst(), "it is the newest that was proven to restore");
      var last =
          proven.stream().max(Comparator.comparing(Retention::provenOn)).orElse(proven.getFirst());
      keep(last, "it is the last that was proven to restore");
    }
  }

  private static Instant provenOn(RestorePoint point) {
    return point.provenOn().orElse(Instant.MIN);
  }

  private void byRules(List<RestorePoint> sound) {
    var days = keep.days();
    if (days != null) {
      var limit = now.minus(Duration.ofDays(days));
      for (var point : sound) {
        if (!point.takenOn().isBefore(limit)) {
          keep(point, "it is not older than " + Plural.of(days, "day"));
        }
      }
    }
    var last = keep.last();
    if (last != null) {
      for (var point : sound.subList(0, Math.min(last, sound.size()))) {
        keep(point, "it is one of the last " + last);
      }
    }
    periods(sound, keep.daily(), "day", on -> on);
    periods(
        sound,
        keep.weekly(),
        "week",
        on -> on.get(IsoFields.WEEK_BASED_YEAR) + "-W" + on.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    periods(sound, keep.monthly(), "month", on -> on.getYear() + "-" + on.getMonthValue());
  }

  /// The newest of each of the newest so many days, weeks or months that have one.
  private void periods(
      List<RestorePoint> sound,
      @Nullable Integer many,
      String word,
      Function<LocalDate, Object> period) {
    if (many == null) {
      return;
    }
    var seen = new HashSet<Object>();
    for (var point : sound) {
      if (seen.size() == many) {
        return;
      }
      var of = period.apply(point.takenOn().atZone(zone).toLocalDate());
      if (seen.add(of)) {
        keep(point, "it is the newest of its " + word);
      }
    }
  }

  private void atLeast(List<RestorePoint> sound) {
    var kept = sound.stream().filter(point -> !fate(point).goes()).count();
    for (var point : sound) {
      if (kept >= keep.atLeast()) {
        return;
      }
      if (fate(point).goes()) {
        keep(point, "there are never fewer than " + keep.atLeast());
        kept++;
      }
    }
  }
}
