package dev.plimsoll.core.backup;

import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Path;
import java.util.Collection;

/// The own engine: each backup is one archive in a folder (docs/formats/backup.md). Thread-safe.
public final class Backups implements BackupEngine {
  private final BackupSet set;
  private final Surroundings around;

  public Backups(BackupSet set, Surroundings around) {
    this.set = set;
    this.around = around;
  }

  @Override
  public BackupSet set() {
    return set;
  }

  @Override
  public Shelf shelf() {
    throw notYet();
  }

  @Override
  public Work<Taken> take(TakeOptions options) {
    throw notYet();
  }

  @Override
  public Work<Verified> verify(String id) {
    throw notYet();
  }

  @Override
  public Manifest manifest(String id) {
    throw notYet();
  }

  @Override
  public Work<Unpacked> unpack(String id, Collection<String> paths, Path into) {
    throw notYet();
  }

  @Override
  public Work<Removed> remove(Collection<String> ids) {
    throw notYet();
  }

  private Problem notYet() {
    return Problem.of(
        "Backup not at hand",
        "The set " + set.name() + " of " + around.repository() + " cannot be reached yet.",
        "Wait for the next version.");
  }
}
