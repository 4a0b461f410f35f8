package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupStory;

/// Where acts are told: the project's own log. Thread-safe.
public interface ActLog {
  /// Says it durably; returns when it cannot be lost any more.
  ///
  /// @throws dev.plimsoll.core.model.Problem where it cannot be recorded; then nothing is to be
  ///   done
  void record(BackupAct act);

  /// Everything told so far, of every set.
  BackupStory story();
}
