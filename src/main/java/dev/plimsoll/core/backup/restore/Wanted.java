package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.model.BackupSet.Kind;
import dev.plimsoll.core.model.RestorePoint.LogHead;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that is to be put back, as whoever kept it describes it.
///
/// @param path relative to the project, `/` between parts
/// @param size in bytes; 0 for a folder
/// @param mode the lowest twelve bits of a POSIX mode, or -1 where it is not known
/// @param modifiedOn null where it is not known
/// @param sha256 of the content, for a link of its target's text; null for a folder
/// @param sense what its bytes are
public record Wanted(
    String path,
    Form form,
    long size,
    int mode,
    @Nullable Instant modifiedOn,
    @Nullable String sha256,
    Sense sense) {
  public enum Form {
    FILE,
    FOLDER,
    LINK
  }

  /// What the bytes of a file are.
  ///
  /// @param isOutput whether a command wrote them: then there is no such file in the project, and
  ///   the commands after a restore are handed it
  /// @param log how far a log goes, or null
  /// @param rows how many rows tables of an SQLite file have
  public record Sense(Kind kind, boolean isOutput, @Nullable LogHead log, List<Rows> rows) {
    public static final Sense PLAIN = new Sense(Kind.PLAIN, false, null, List.of());

    public Sense {
      rows = List.copyOf(rows);
    }
  }

  /// @param count when it was kept
  public record Rows(String table, long count) {}

  boolean isFile() {
    return form == Form.FILE;
  }
}
