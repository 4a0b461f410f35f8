package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Manifest.Kind;
import dev.plimsoll.core.backup.Manifest.Member;
import dev.plimsoll.core.backup.source.SideFiles;
import dev.plimsoll.core.model.BackupSet;
import java.util.ArrayList;
import java.util.List;

/// What is carried over from the backup before where a source has not changed.
final class Carried {
  private Carried() {}

  /// The member itself, and of a database those that were saved with it.
  static List<Member> with(Planned unchanged, Base base) {
    var same = unchanged.same();
    var carried = new ArrayList<Member>();
    if (same != null) {
      carried.add(same);
      if (same.kind() == Kind.DUCKDB) {
        for (var side : SideFiles.of(BackupSet.Kind.DUCKDB, same.path())) {
          var beside = base.member(side);
          if (beside != null) {
            carried.add(beside);
          }
        }
      }
    }
    return carried;
  }
}
