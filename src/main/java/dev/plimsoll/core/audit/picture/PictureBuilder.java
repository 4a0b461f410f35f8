package dev.plimsoll.core.audit.picture;

import dev.plimsoll.core.model.ChainPicture;
import dev.plimsoll.core.model.ChainPicture.Extent;
import dev.plimsoll.core.model.ChainPicture.Kind;
import dev.plimsoll.core.model.ChainPicture.Level;
import dev.plimsoll.core.model.ChainPicture.Mark;
import dev.plimsoll.core.model.ChainPicture.Reach;
import dev.plimsoll.core.model.ChainPicture.Stretch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Takes a chain entry by entry and keeps what its picture needs. For one thread.
final class PictureBuilder {
  /// For an entry that has none.
  static final long NO_TIME = Long.MIN_VALUE;

  private static final int STRETCHES = 2048;
  private static final int MARKS = 512;

  private final Buckets<Stretch> byTime = Buckets.counting(STRETCHES);
  private final Buckets<Stretch> byEntry = Buckets.counting(STRETCHES);
  private final Map<Kind, Buckets<Mark>> marks = new EnumMap<>(Kind.class);
  private final Map<String, Mark> openRuns = new LinkedHashMap<>();
  private final TreeMap<Long, Long> wanted = new TreeMap<>();
  private final Outside outside;
  private long entries;
  private long substantial = -1;
  private long substantialBefore = -1;
  private long timed;
  private long lastTime;
  private long earliest = Long.MAX_VALUE;
  private long latest = Long.MIN_VALUE;

  PictureBuilder(Outside outside) {
    this.outside = outside;
    outside.anchors().forEach(anchor -> wanted.put(anchor.entries() - 1, NO_TIME));
    var broken = outside.broken();
    if (broken != null) {
      wanted.put(broken.entry(), NO_TIME);
    }
  }

  /// The next entry.
  ///
  /// @param time in milliseconds since 1970, or [#NO_TIME]
  void entry(long time) {
    if (time != NO_TIME) {
      timed++;
      lastTime = time;
      earliest = Math.min(earliest, time);
      latest = Math.max(latest, time);
    }
    var place = Stretch.at(entries, lastTime);
    if (timed > 0) {
      byTime.add(lastTime, place);
    }
    byEntry.add(entries, place);
    if (wanted.containsKey(entries)) {
      wanted.put(entries, lastTime);
    }
    substantialBefore = substantial;
    substantial = entries;
    entries++;
  }

  /// The entry taken last only keeps the log's books: at the end it needs no anchor.
  void bookkeeping() {
    substantial = substantialBefore;
  }

  /// Something that the entry taken last is.
  void mark(Kind kind, String words) {
    put(new Mark(kind, here(), words));
  }

  void runOpened(String run, String words) {
    if (openRuns.size() >= MARKS) {
      var oldest = openRuns.keySet().iterator().next();
      var mark = openRuns.remove(oldest);
      if (mark != null) {
        put(mark);
      }
    }
    openRuns.put(run, new Mark(Kind.RUN_OPEN, here(), words));
  }

  /// @param kind how it ended
  void runEnded(String run, Kind kind, String how) {
    var opened = openRuns.remove(run);
    if (opened != null) {
      put(new Mark(kind, one(opened.place().with(here())), opened.words() + ", " + how));
    }
  }

  private Stretch here() {
    return Stretch.at(entries - 1, lastTime);
  }

  private static Stretch one(Stretch place) {
    return new Stretch(
        place.firstEntry(), place.lastEntry(), place.firstTime(), place.lastTime(), 1);
  }

  private void put(Mark mark) {
    marks
        .computeIfAbsent(mark.kind(), _ -> new Buckets<>(MARKS, PictureBuilder::both))
        .add(mark.place().firstEntry(), mark);
  }

  private static Mark both(Mark one, Mark other) {
    var place = one.place().with(other.place());
    return new Mark(one.kind(), place, one.kind().counted(place.count()));
  }

  long entries() {
    return entries;
  }

  ChainPicture build() {
    openRuns
        .values()
        .forEach(run -> put(new Mark(run.kind(), one(run.place().with(here())), run.words())));
    outside.anchors().stream()
        .filter(anchor -> anchor.level() != Level.L0)
        .forEach(
            anchor -> put(new Mark(Kind.ANCHOR, place(anchor.entries() - 1), anchor.source())));
    var everything = new ArrayList<Mark>();
    marks.values().forEach(each -> everything.addAll(each.list()));
    everything.sort(
        Comparator.<Mark>comparingLong(mark -> mark.place().firstEntry())
            .thenComparing(Mark::kind));
    // an axis of time says something where nearly every entry has one
    var hasTimes = timed > 0 && timed >= entries - entries / 10;
    return new ChainPicture(
        new Extent(entries, hasTimes ? earliest : 0, hasTimes ? latest : 0),
        hasTimes ? byTime.list(PictureBuilder::wide) : List.of(),
        byEntry.list(),
        everything,
        ranges().stream().map(this::reach).toList(),
        broken());
  }

  /// As wide as its bucket, so that bars of one height stand for one rate.
  private static Stretch wide(Buckets.Bounded<Stretch> bucket) {
    var place = bucket.thing();
    return new Stretch(
        place.firstEntry(), place.lastEntry(), bucket.from(), bucket.to(), place.count());
  }

  private Stretch place(long entry) {
    var at = Math.clamp(entry, 0, Math.max(0, entries - 1));
    var time = wanted.getOrDefault(at, NO_TIME);
    return Stretch.at(at, time == NO_TIME ? lastTime : time);
  }

  private record Range(long from, long to, Level level) {}

  private List<Range> ranges() {
    var ranges = new ArrayList<Range>();
    for (var from = 0L; from < entries; from = ranges.getLast().to()) {
      var start = from;
      var best =
          outside.anchors().stream()
              .filter(anchor -> anchor.entries() > start)
              .max(
                  Comparator.comparing(Outside.Anchored::level)
                      .thenComparingLong(Outside.Anchored::entries));
      if (best.isPresent()) {
        var covered = Math.min(entries, best.get().entries());
        ranges.add(new Range(start, covered, best.get().level()));
      } else if (start > substantial && !ranges.isEmpty()) {
        var last = ranges.removeLast();
        ranges.add(new Range(last.from(), entries, last.level()));
      } else {
        ranges.add(new Range(start, entries, Level.NONE));
      }
    }
    return ranges;
  }

  private Reach reach(Range range) {
    var from = range.from() == 0 ? earliestOr(0) : place(range.from() - 1).firstTime();
    var to = range.to() == entries ? latestOr(0) : place(range.to() - 1).lastTime();
    return new Reach(
        range.level(),
        new Stretch(
            range.from(), range.to() - 1, from, Math.max(from, to), range.to() - range.from()));
  }

  private long earliestOr(long none) {
    return timed == 0 ? none : earliest;
  }

  private long latestOr(long none) {
    return timed == 0 ? none : latest;
  }

  private @Nullable Mark broken() {
    var broken = outside.broken();
    return broken == null ? null : new Mark(Kind.BROKEN, place(broken.entry()), broken.sentence());
  }
}
