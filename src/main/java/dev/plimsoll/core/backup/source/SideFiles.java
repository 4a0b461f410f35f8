package dev.plimsoll.core.backup.source;

import dev.plimsoll.core.model.BackupSet.Kind;
import java.util.List;

/// Files that a database keeps beside its own. They belong to one state of it: a database that is
/// put back without them must not find those of the state before.
public final class SideFiles {
  private SideFiles() {}

  /// The names of all that may lie there, whether or not they do: `app.db-wal`.
  ///
  /// @param path of the database
  public static List<String> of(Kind kind, String path) {
    return switch (kind) {
      case SQLITE -> List.of(path + "-wal", path + "-shm", path + "-journal");
      case DUCKDB -> List.of(path + ".wal");
      case PLAIN, LOG -> List.of();
    };
  }
}
