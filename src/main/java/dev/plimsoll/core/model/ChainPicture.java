package dev.plimsoll.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An audit chain as it is drawn: how many entries came when, and what stands out among them. Its
/// size does not grow with the chain: where much lies close together, it is one thing with a count.
/// Immutable.
///
/// @param extent the whole chain
/// @param byTime how many entries in which stretch of time, in order; empty where the entries have
///   no time
/// @param byEntry the same over the entries' numbers; at least one where there is an entry
/// @param marks what stands out, ordered by its first entry
/// @param reaches how far which level of anchor goes, without a gap from the first entry to the
///   last
/// @param broken the first bad entry, or null where none was found
public record ChainPicture(
    Extent extent,
    List<Stretch> byTime,
    List<Stretch> byEntry,
    List<Mark> marks,
    List<Reach> reaches,
    @Nullable Mark broken) {
  public ChainPicture {
    byTime = List.copyOf(byTime);
    byEntry = List.copyOf(byEntry);
    marks = List.copyOf(marks);
    reaches = List.copyOf(reaches);
  }

  /// What the picture is drawn along.
  public enum Axis {
    TIME,
    ENTRIES
  }

  /// Whether it can be drawn as time.
  public boolean isTimed() {
    return !byTime.isEmpty();
  }

  public List<Stretch> density(Axis axis) {
    return axis == Axis.TIME ? byTime : byEntry;
  }

  /// @param entries how many there are
  /// @param firstTime the earliest time, in milliseconds since 1970; 0 where there is none
  /// @param lastTime the latest
  public record Extent(long entries, long firstTime, long lastTime) {
    /// Milliseconds or entries, exact.
    public double from(Axis axis) {
      return axis == Axis.TIME ? (double) firstTime : 0;
    }

    /// After [#from].
    public double to(Axis axis) {
      return (double)
          (axis == Axis.TIME ? Math.max(lastTime, firstTime + 1) : Math.max(1, entries));
    }
  }

  /// A part of the chain.
  ///
  /// @param firstEntry its number, from 0
  /// @param lastEntry the last one in it
  /// @param firstTime in milliseconds since 1970
  /// @param lastTime not before `firstTime`
  /// @param count how many things are in it
  public record Stretch(
      long firstEntry, long lastEntry, long firstTime, long lastTime, long count) {
    /// One entry.
    public static Stretch at(long entry, long time) {
      return new Stretch(entry, entry, time, time, 1);
    }

    /// Milliseconds or entries, exact.
    public double from(Axis axis) {
      return (double) (axis == Axis.TIME ? firstTime : firstEntry);
    }

    /// As [#from].
    public double to(Axis axis) {
      return (double) (axis == Axis.TIME ? lastTime : lastEntry);
    }

    /// The smallest stretch that holds both.
    public Stretch with(Stretch other) {
      return new Stretch(
          Math.min(firstEntry, other.firstEntry),
          Math.max(lastEntry, other.lastEntry),
          Math.min(firstTime, other.firstTime),
          Math.max(lastTime, other.lastTime),
          count + other.count);
    }
  }

  /// What stands out.
  ///
  /// @param words of one thing: `release 1.5.0: Pre-release, sealed`; of several, how many
  public record Mark(Kind kind, Stretch place, String words) {
    /// Several things that lie too close together to be told apart.
    public boolean isCluster() {
      return place.count() > 1;
    }
  }

  public enum Kind {
    RUN_SEALED("run", "runs"),
    RUN_ABORTED("run given up", "runs given up"),
    /// Neither sealed nor given up.
    RUN_OPEN("run not ended", "runs not ended"),
    SIGN_OFF("sign-off", "sign-offs"),
    RECORD("release record", "release records"),
    CHECKPOINT("checkpoint", "checkpoints"),
    /// A checkpoint or a head that somebody else keeps.
    ANCHOR("anchor", "anchors"),
    /// Something about the log itself: its key changed, its clock stepped, entries were brought
    /// back.
    EVENT("event of the log", "events of the log"),
    BROKEN("first bad entry", "bad entries");

    private final String one;
    private final String many;

    Kind(String one, String many) {
      this.one = one;
      this.many = many;
    }

    public boolean isRun() {
      return this == RUN_SEALED || this == RUN_ABORTED || this == RUN_OPEN;
    }

    /// `3 sign-offs`.
    public String counted(long count) {
      return Plural.of(count, one, many);
    }

    public String word() {
      return one;
    }
  }

  /// From where to where the chain is anchored, and by what.
  public record Reach(Level level, Stretch place) {}

  /// Who keeps what a range of the chain can be compared with, from nobody upwards.
  public enum Level {
    NONE("not anchored"),
    L0("checkpoint kept here (L0)"),
    /// A head in a record or a pin: of a foreign chain, or one's own last look.
    KEPT("head kept elsewhere"),
    L1("in a published tag (L1)"),
    L2("cosigned by a witness (L2)"),
    L3("trusted timestamp (L3)"),
    L4("public witnesses (L4)");

    private final String words;

    Level(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
