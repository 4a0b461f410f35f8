package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.backup.BackupEngine;
import dev.plimsoll.core.backup.Backups;
import dev.plimsoll.core.backup.Surroundings;
import dev.plimsoll.core.backup.restic.Restic;
import dev.plimsoll.core.model.BackupSet;

/// Which engine keeps the backups of a set.
final class Engines {
  private Engines() {}

  static BackupEngine of(BackupSet set, Surroundings around) {
    return switch (set.place().engine()) {
      case OWN -> new Backups(set, around);
      case RESTIC -> new Restic(set, around);
    };
  }
}
