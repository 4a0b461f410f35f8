package dev.plimsoll.core.backup.archive;

import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// An archive that lies on disk: ours, or one that `tar`, `tar --zstd`, `zip` or another program
/// made. Its size, its names and what it says of itself are judged before anything of it is
/// believed. Not thread-safe; it reads on several threads.
public final class ArchiveReader implements AutoCloseable {
  private ArchiveReader() {}

  /// Reads the directory of the archive, not its files. (A foreign `.tar.zst` has none and is read
  /// once through.)
  ///
  /// @throws Problem where it is no archive, or its structure is so damaged that it cannot be read;
  ///   the sentence names the structure
  public static ArchiveReader open(Path file) throws InterruptedException {
    throw Problem.of("Backup not readable", "It cannot be yet.", "Wait for the next version.");
  }

  public Format format() {
    return Format.TAR_ZST;
  }

  /// The one folder that all entries are in, or empty where there is none.
  public String rootFolder() {
    return "";
  }

  /// Bytes of `manifest.json` in the root folder; empty in an archive that others made.
  ///
  /// @throws Problem where it cannot be read
  public Optional<byte[]> manifest() {
    return Optional.empty();
  }

  /// All entries but the manifest.
  public List<ArchivedEntry> entries() {
    return List.of();
  }

  /// Reads every byte from disk: frame and entry checksums, SHA-256 against what is expected,
  /// names, sizes, headers, the seek table or central directory, and what lies between and behind.
  ///
  /// @param expected by path what the manifest says; empty for a foreign archive. A file that only
  ///   one of the two has is a flaw
  public ArchiveReading verify(Map<String, Expected> expected, Watcher watcher)
      throws InterruptedException {
    return new ArchiveReading(0, 0, Map.of(), List.of());
  }

  /// Unpacks into a folder that does not exist yet or is empty. Where anything does not fit, what
  /// was unpacked is removed again.
  ///
  /// @param wanted paths of files and links, below the root folder
  /// @param expected as in [#verify]; files of a foreign archive are checked by its checksums alone
  /// @return SHA-256 of each file unpacked, by its path
  /// @throws Problem where a name is hostile (said before anything is written), a file is damaged,
  ///   nothing is wanted, or there is no room
  public Map<String, String> unpack(
      Predicate<String> wanted, Path into, Map<String, Expected> expected, Watcher watcher)
      throws InterruptedException {
    return Map.of();
  }

  @Override
  public void close() {}
}
