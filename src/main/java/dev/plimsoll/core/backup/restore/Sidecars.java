package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.model.BackupSet.Kind;
import java.util.List;

/// Files that belong to the main file of a database, and would be read together with another one if
/// they stayed beside it.
final class Sidecars {
  private Sidecars() {}

  static List<String> of(Wanted wanted) {
    var path = wanted.path();
    if (wanted.sense().kind() == Kind.SQLITE) {
      return List.of(path + "-wal", path + "-shm", path + "-journal");
    }
    return wanted.sense().kind() == Kind.DUCKDB && !path.endsWith(".wal")
        ? List.of(path + ".wal")
        : List.of();
  }
}
