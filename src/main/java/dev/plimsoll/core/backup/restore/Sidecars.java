package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.source.SideFiles;
import dev.plimsoll.core.model.BackupSet.Kind;
import java.util.List;

/// Files that belong to the main file of a database, and would be read together with another one if
/// they stayed beside it.
final class Sidecars {
  private Sidecars() {}

  static List<String> of(Wanted wanted) {
    var isBesideItself = wanted.sense().kind() == Kind.DUCKDB && wanted.path().endsWith(".wal");
    return isBesideItself ? List.of() : SideFiles.of(wanted.sense().kind(), wanted.path());
  }
}
