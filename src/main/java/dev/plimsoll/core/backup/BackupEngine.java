package dev.plimsoll.core.backup;

import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// The backups of one set, wherever they are kept. Thread-safe; every [Work] is run once.
public interface BackupEngine {
  BackupSet set();

  /// What lies there now, read anew.
  ///
  /// @throws Problem where the place cannot be read; a place that is not there yet holds nothing
  Shelf shelf();

  /// Newest first, the broken ones among them.
  ///
  /// @throws Problem as [#shelf]
  default List<RestorePoint> points() {
    return shelf().points();
  }

  /// Saves the set as it is now. Before it ends every byte was read back; until then nothing has
  /// the name of a backup. Removes nothing.
  Work<Taken> take(TakeOptions options);

  /// Asked where none is found although there were some: an empty mount point is no empty shelf.
  ///
  /// @throws dev.plimsoll.core.model.Problem where the place that they were in is not there
  default void mustBeThere() {}

  /// Reads every byte of a backup back. Never a [Problem] for what is wrong with it.
  Work<Verified> verify(String id);

  /// The same for several backups, one after another: what they have in common is read once.
  default Function<String, Work<Verified>> verifyEach() {
    return this::verify;
  }

  /// What the backup says is in it.
  ///
  /// @throws Problem where it has none, or it cannot be read
  Manifest manifest(String id);

  /// Puts files into a folder, without the archive's root folder, and holds each against the
  /// manifest.
  ///
  /// @param paths as in the manifest; all where it is empty
  /// @param into an empty folder, or one to be made
  Work<Unpacked> unpack(String id, Collection<String> paths, Path into);

  /// Removes backups for good, one after another; nothing is asked. What may go is decided by
  /// [Retention].
  Removing remove(Collection<String> ids);
}
