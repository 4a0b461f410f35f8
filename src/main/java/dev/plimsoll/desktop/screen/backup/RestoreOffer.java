package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.RestorePoint;
import java.util.List;

/// What a restore would change, before it is confirmed. Immutable; pure.
///
/// @param paths files of the point; none means all of them
/// @param changes what happens to each file, in the order of their paths
/// @param logs what happens to each log that both sides have
/// @param around what runs before and after, and where the present state is kept
public record RestoreOffer(
    RestorePoint point,
    List<String> paths,
    List<Change> changes,
    List<LogChange> logs,
    Around around) {
  public RestoreOffer {
    paths = List.copyOf(paths);
    changes = List.copyOf(changes);
    logs = List.copyOf(logs);
  }

  /// @param now bytes of the file that is there, or -1
  /// @param then bytes of the file in the backup
  public record Change(String path, Kind kind, long now, long then) {}

  /// What becomes of a file.
  public enum Kind {
    /// It is written over.
    DIFFERS,
    /// It is not there now, and comes back.
    MISSING,
    /// Nothing happens to it.
    SAME
  }

  /// @param now entries of the log that is there
  /// @param then entries of the log in the backup
  /// @param lost entries that the restored log will not have, or -1 where that cannot be told
  public record LogChange(String path, long now, long then, long lost) {}

  /// @param undo where the present state is kept
  public record Around(List<List<String>> before, List<List<String>> after, String undo) {
    public Around {
      before = before.stream().map(List::copyOf).toList();
      after = after.stream().map(List::copyOf).toList();
    }
  }

  long count(Kind kind) {
    return changes.stream().filter(change -> change.kind() == kind).count();
  }

  boolean changesNothing() {
    return count(Kind.DIFFERS) + count(Kind.MISSING) == 0;
  }

  /// Entries that will be gone, as far as they could be counted.
  long lost() {
    return logs.stream().mapToLong(log -> Math.max(0, log.lost())).sum();
  }

  /// Whether it could not be told for a log what it loses.
  boolean isUntold() {
    return logs.stream().anyMatch(log -> log.lost() < 0);
  }

  /// What a person types to show that the loss was read: its number, or `unknown` where it could
  /// not be told; empty where nothing is lost.
  String toBeTyped() {
    return isUntold() ? "unknown" : lost() == 0 ? "" : Long.toString(lost());
  }

  boolean isConfirmedBy(String typed) {
    return toBeTyped().isEmpty() || typed.strip().replace(",", "").equalsIgnoreCase(toBeTyped());
  }

  /// `2 files are written over, 1 file comes back, 9 files are the same.`
  String sentence() {
    if (changesNothing()) {
      return "Nothing would change: every file is as it is in the backup.";
    }
    var differs = count(Kind.DIFFERS);
    var missing = count(Kind.MISSING);
    var same = count(Kind.SAME);
    return Plural.of(differs, "file is", "files are")
        + " written over, "
        + Plural.of(missing, "file comes", "files come")
        + " back, "
        + Plural.of(same, "file is", "files are")
        + " the same.";
  }
}
