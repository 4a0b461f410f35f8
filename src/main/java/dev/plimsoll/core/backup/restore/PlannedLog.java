package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.model.BackupAct.LogsMoved;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.RestorePoint.LogHead;
import org.jspecify.annotations.Nullable;

/// One log of a restore: how far it goes in the backup, how far it goes now, and what of it would
/// be lost.
///
/// @param kept in the backup
/// @param entriesNow 0 where there is none; -1 where it could not be told
/// @param headNow null where there is none, or no chain
/// @param relation of the present log to the one in the backup
/// @param lost entries that are there now and not in the backup; -1 where it could not be told
/// @param sentence for a person
public record PlannedLog(
    LogHead kept,
    long entriesNow,
    @Nullable String headNow,
    Relation relation,
    long lost,
    String sentence) {
  public enum Relation {
    SAME,
    /// It goes on from the backup's last entry.
    EXTENDS,
    /// The backup's goes on from its last entry.
    SHORTER,
    /// The two agree only up to some entry.
    FORK,
    MISSING,
    COULD_NOT_TELL
  }

  public String path() {
    return kept.path();
  }

  LogsMoved moved() {
    return new LogsMoved(
        path(), Math.max(0, entriesNow), headNow, kept.entries(), kept.head(), lost);
  }

  static PlannedLog missing(LogHead kept) {
    return new PlannedLog(
        kept,
        0,
        null,
        Relation.MISSING,
        0,
        kept.path() + " is not there now; the backup has " + entries(kept.entries()) + ".");
  }

  static PlannedLog unknown(LogHead kept, String why) {
    return new PlannedLog(
        kept,
        -1,
        null,
        Relation.COULD_NOT_TELL,
        -1,
        kept.path() + ": how many entries would be lost could not be told. " + why);
  }

  static PlannedLog extending(LogHead kept, long now, @Nullable String head) {
    var lost = Math.max(0, now - kept.entries());
    return lost == 0
        ? new PlannedLog(
            kept,
            now,
            head,
            Relation.SAME,
            0,
            kept.path() + " goes as far as the backup: " + entries(now) + ".")
        : new PlannedLog(
            kept,
            now,
            head,
            Relation.EXTENDS,
            lost,
            kept.path()
                + " has "
                + entries(now)
                + " now and "
                + kept.entries()
                + " in the backup: "
                + lost
                + " would be lost.");
  }

  /// @param common entries that both begin with
  static PlannedLog apart(LogHead kept, long now, @Nullable String head, long common) {
    if (common >= now) {
      return new PlannedLog(
          kept,
          now,
          head,
          Relation.SHORTER,
          0,
          kept.path()
              + " has "
              + entries(now)
              + " now, and the backup goes on from there to "
              + kept.entries()
              + ": nothing would be lost.");
    }
    return new PlannedLog(
        kept,
        now,
        head,
        Relation.FORK,
        now - common,
        kept.path()
            + " does not go on from the backup: it is a fork. The two agree in "
            + entries(common)
            + "; "
            + (now - common)
            + " that are only there now would be lost.");
  }

  private static String entries(long count) {
    return Plural.of(count, "entry", "entries");
  }
}
