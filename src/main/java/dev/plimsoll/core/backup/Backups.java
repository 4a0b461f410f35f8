package dev.plimsoll.core.backup;

import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/// The own engine: each backup is one archive in a folder (docs/formats/backup.md). Thread-safe.
public final class Backups implements BackupEngine {
  private final BackupSet set;
  private final Surroundings around;
  private final ArchiveFolder folder;

  /// Reads nothing yet.
  public Backups(BackupSet set, Surroundings around) {
    this.set = set;
    this.around = around;
    this.folder = new ArchiveFolder(set, around);
  }

  @Override
  public BackupSet set() {
    return set;
  }

  @Override
  public Shelf shelf() {
    return folder.shelf();
  }

  @Override
  public void mustBeThere() {
    var place = folder.path();
    if (!Files.isDirectory(place)) {
      throw Problem.of(
          "Backups not listed",
          place
              + " is not there, although backups of "
              + set.name()
              + " were made before: whether they still are cannot be told.",
          "See that its disk is mounted. Where backups are meant to begin anew there, make that"
              + " folder.");
    }
  }

  @Override
  public Work<Taken> take(TakeOptions options) {
    return taking(options);
  }

  TakeWork taking(TakeOptions options) {
    return new TakeWork(set, around, folder, options);
  }

  @Override
  public Work<Verified> verify(String id) {
    return new VerifyWork(folder.manifests(), folder.archive(id, "Backup not verified"));
  }

  /// An archive that lies anywhere, of whoever made it.
  public static Work<Verified> verify(Path archive) {
    return new VerifyWork(new Manifests(), archive);
  }

  @Override
  public Manifest manifest(String id) {
    var what = "Backup not read";
    try {
      return folder.manifests().of(folder.archive(id, what), what).manifest();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Problem.of(what, "It was stopped.", "Read it again.", stopped);
    }
  }

  @Override
  public Work<Unpacked> unpack(String id, Collection<String> paths, Path into) {
    return new UnpackWork(folder.manifests(), folder.archive(id, UnpackWork.INTENT), paths, into);
  }

  @Override
  public Removing remove(Collection<String> ids) {
    return removing(ids);
  }

  RemoveWork removing(Collection<String> ids) {
    return new RemoveWork(folder, set.name(), ids);
  }
}
