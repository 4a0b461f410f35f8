package dev.plimsoll.core.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How far each part of a log is held by something outside it (docs/formats/audit-chain.md,
/// "Anchors"). Immutable.
///
/// @param rungs the whole log from entry 0, in order, without gaps; none for a log without entries
public record AnchorLadder(List<Rung> rungs) {

  /// Where a checkpoint was left.
  public enum Level {
    /// Nowhere but beside the log.
    L0,
    /// In the message of a signed release tag: every clone has it.
    L1,
    /// Cosigned by a second installation.
    L2
  }

  /// Entries `from` to `to - 1`.
  ///
  /// @param by what holds them, for a person: `tag v1.4.0`, `witness NAME`; null where nothing does
  public record Rung(long from, long to, Level level, @Nullable String by) {
    /// `entries 0 to 41: L1, tag v1.4.0`.
    public String sentence() {
      var range = to - from == 1 ? "entry " + from : "entries " + from + " to " + (to - 1);
      return range + ": " + level + ", " + (by == null ? "nothing but this machine" : by);
    }
  }

  /// A checkpoint that agrees with the log, and where it was left.
  ///
  /// @param size how many entries it covers
  public record Held(long size, Level level, String by) {}

  public AnchorLadder {
    rungs = List.copyOf(rungs);
  }

  /// Every entry is as well held as the best that covers it; of equals the first.
  ///
  /// @param entries how many the log has
  /// @param held checkpoints that agree with it, in any order
  public static AnchorLadder of(long entries, List<Held> held) {
    var ends =
        held.stream().map(Held::size).filter(size -> size > 0 && size < entries).sorted().toList();
    var rungs = new ArrayList<Rung>();
    var from = 0L;
    for (var to : ends) {
      from = add(rungs, from, to, held);
    }
    add(rungs, from, entries, held);
    return new AnchorLadder(rungs);
  }

  private static long add(List<Rung> rungs, long from, long to, List<Held> held) {
    if (from == to) {
      return to;
    }
    var best =
        held.stream()
            .filter(each -> each.size() >= to)
            .max(
                Comparator.comparing(Held::level)
                    .thenComparing(Comparator.comparingLong(Held::size).reversed()))
            .orElse(null);
    var level = best == null ? Level.L0 : best.level();
    var by = best == null ? null : best.by();
    var last = rungs.isEmpty() ? null : rungs.getLast();
    if (last != null && last.level() == level && java.util.Objects.equals(last.by(), by)) {
      rungs.set(rungs.size() - 1, new Rung(last.from(), to, level, by));
    } else {
      rungs.add(new Rung(from, to, level, by));
    }
    return to;
  }

  /// How many entries from the first on something outside this machine holds.
  public long anchored() {
    return rungs.stream()
        .filter(rung -> rung.level() != Level.L0)
        .mapToLong(Rung::to)
        .max()
        .orElse(0);
  }

  /// One line for each rung, and a last one that says what it comes to.
  public String text() {
    var text = new StringBuilder();
    rungs.forEach(rung -> text.append(rung.sentence()).append('\n'));
    return text.append(sentence()).append('\n').toString();
  }

  /// What it comes to.
  public String sentence() {
    var last = rungs.isEmpty() ? 0 : rungs.getLast().to();
    if (last == 0) {
      return "There is no entry that could be anchored.";
    }
    var anchored = anchored();
    if (anchored == 0) {
      return "Nothing outside this machine holds this log: that it was cut or written anew would"
          + " not show.";
    }
    var by = rungs.stream().filter(rung -> rung.to() == anchored).findFirst().orElseThrow();
    return String.format(
        Locale.ROOT,
        "Tamper-evident up to checkpoint %d, published to %s (%s)%s.",
        anchored,
        by.by(),
        by.level(),
        anchored == last ? "" : "; the " + (last - anchored) + " after it are not anchored");
  }
}
