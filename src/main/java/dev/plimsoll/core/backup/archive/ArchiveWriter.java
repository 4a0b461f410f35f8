package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Writes one archive under a temporary name. Where it is closed before [#finish], or anything
/// fails, the temporary file is gone. Used by one thread; it compresses on several.
///
/// Every method throws [Problem] where the archive cannot be written (the disk is full, a file is
/// gone, cannot be read or does not keep still); the sentence names the file. After that only
/// closing is of use. An interrupt ends any of them with [InterruptedException].
public final class ArchiveWriter implements AutoCloseable {
  private ArchiveWriter() {}

  /// @param temporary must not exist
  /// @param rootFolder the one folder that all entries are in; one name, no `/`
  public static ArchiveWriter create(
      Path temporary, Format format, String rootFolder, Settings settings) {
    throw Problem.of("Backup not written", "It cannot be yet.", "Wait for the next version.");
  }

  /// Reads the entry's content and puts it in. Folders above it need not be added.
  ///
  /// @throws Problem too where the path or a link's target leads out of the tree, or was added
  ///   before
  public void add(NewEntry entry, Watcher watcher) throws InterruptedException {}

  /// Takes files over from an earlier archive of the same format without reading their sources.
  /// What is taken over has its checksums checked on the way, and files that are packed together
  /// their SHA-256.
  ///
  /// @param sha256 of each file that is wanted, by its path below the root folder
  /// @return paths that could not be taken over, because the earlier archive does not have them as
  ///   they should be: add them from their sources
  public List<String> takeOver(ArchiveReader earlier, Map<String, String> sha256, Watcher watcher)
      throws InterruptedException {
    return List.of();
  }

  /// What was put in so far, in that order. Complete after the last `add` or `takeOver`.
  public List<Written> written() {
    return List.of();
  }

  /// Puts `manifest.json` in as the last entry, then the seek table or central directory, and has
  /// all of it on disk when it returns. The name is still the temporary one.
  ///
  /// @return size of the archive in bytes
  public long finish(byte[] manifest) throws InterruptedException {
    return 0;
  }

  /// Deletes the temporary file unless finished.
  @Override
  public void close() {}
}
