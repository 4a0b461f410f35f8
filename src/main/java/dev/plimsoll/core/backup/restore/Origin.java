package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.BackupAct;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where files come from when they are put back: a backup of any engine, or an undo point.
public interface Origin {
  /// What it is, for sentences and for the log.
  Name name();

  /// All that it holds, folders before what is in them.
  ///
  /// @throws dev.plimsoll.core.model.Problem where it cannot be read
  List<Wanted> wanted();

  /// Paths that are to be gone: what was not there at that time.
  List<String> gone();

  /// Brings those paths below a folder that is empty; nothing is said yet about whether they are
  /// whole.
  Work<?> bring(List<String> paths, Path into);

  /// @param act RESTORE or UNDO
  /// @param id the archive's name, or the undo point's
  /// @param manifest SHA-256 of the manifest's bytes, or null where there is none
  /// @param product null where none was noted
  record Name(
      BackupAct.What act,
      String set,
      String id,
      @Nullable String manifest,
      @Nullable String product,
      Instant takenOn) {
    /// For a person: the archive's name, or `undo point 000007`.
    public String words() {
      return act == BackupAct.What.UNDO ? "undo point " + id : id;
    }
  }
}
