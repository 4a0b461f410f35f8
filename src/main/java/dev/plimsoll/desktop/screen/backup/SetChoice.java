package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.model.BackupSet;
import java.nio.file.Path;

/// A backup set that can be chosen.
///
/// @param root the repository's top folder
/// @param product whose it is
/// @param set as the project file declares it
public record SetChoice(Path root, String product, BackupSet set) {
  String name() {
    return set.name();
  }

  /// `tar.zst`, `zip`, `restic`
  String engine() {
    return set.place().engine() == BackupSet.Engine.RESTIC
        ? "restic"
        : set.place().format().suffix();
  }

  /// Whether it is the same set, be its declaration another one by now.
  boolean isThe(SetChoice other) {
    return root.equals(other.root) && name().equals(other.name());
  }
}
