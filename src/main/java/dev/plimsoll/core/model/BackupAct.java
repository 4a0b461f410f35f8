package dev.plimsoll.core.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that was done with a backup, as the project's log keeps it
/// (docs/formats/audit-chain.md). What changes files is said twice: when it begins, and what became
/// of it.
///
/// @param set name of the backup set
/// @param what the event and its word
/// @param id the backup, or null while it has no name yet
/// @param manifest SHA-256 of its manifest, or null while there is none
/// @param ending null while it goes on
/// @param figures what is worth knowing of it
public record BackupAct(
    String set,
    What what,
    @Nullable String id,
    @Nullable String manifest,
    @Nullable Ending ending,
    Figures figures) {
  /// `backup.taken`: take, prune. `backup.verified`: verify, drill. `backup.restored`: restore,
  /// undo.
  public enum What {
    TAKE,
    PRUNE,
    VERIFY,
    DRILL,
    RESTORE,
    UNDO
  }

  public enum Ending {
    /// It was done, and all of it is as it should be.
    DONE,
    /// It was looked at, and it is not as it should be; or it could not be done, and nothing
    /// changed.
    FAILED,
    /// It could not be told, or was stopped, or a crash ended it; what is true now says the
    /// sentence.
    OPEN
  }

  /// @param sentence for a person, or null
  /// @param millis how long it took; -1 while unknown
  /// @param removed ids that pruning removed
  /// @param logs of a restore or an undo: both heads of each log
  public record Figures(
      @Nullable String sentence,
      long files,
      long bytes,
      long stored,
      long millis,
      List<String> removed,
      List<LogsMoved> logs) {
    public static final Figures NONE = new Figures(null, 0, 0, 0, -1, List.of(), List.of());

    public Figures {
      removed = List.copyOf(removed);
      logs = List.copyOf(logs);
    }
  }

  /// One log of a restore: what stood there, and what was put back.
  ///
  /// @param lost entries of the one that the other does not have, or -1 where it could not be told
  public record LogsMoved(
      String path,
      long entriesBefore,
      @Nullable String headBefore,
      long entriesAfter,
      @Nullable String headAfter,
      long lost) {}
}
