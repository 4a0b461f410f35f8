package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.restore.UndoPoint;
import dev.plimsoll.core.model.RestorePoint;
import java.util.List;

/// What a walk to putting files back is about.
sealed interface Errand {
  /// Files of a backup are put back.
  ///
  /// @param points those that can be gone back to, newest first
  /// @param chosen the one to begin with
  record Restore(List<RestorePoint> points, RestorePoint chosen) implements Errand {
    public Restore {
      points = List.copyOf(points);
    }
  }

  /// What stood there before the last restore is put back.
  record Undo(UndoPoint point) implements Errand {}
}
