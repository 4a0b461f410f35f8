package dev.plimsoll.core.backup.restore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;

/// Moves, copies and removes files so that they are on disk when it returns, or can be done again
/// after a crash.
final class Durable {
  private Durable() {}

  static boolean exists(Path path) {
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
  }

  /// A file's bytes and what is known about it are on disk when it returns. A link has nothing to
  /// be written beyond its folder.
  static void force(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      return;
    }
    // A file that its owner may not write is opened for reading, which POSIX can flush as well.
    var option = Files.isWritable(file) ? StandardOpenOption.WRITE : StandardOpenOption.READ;
    try (var channel = FileChannel.open(file, option)) {
      channel.force(true);
    }
  }

  /// The names in a folder are on disk when it returns; Windows sees to that by itself.
  static void forceFolder(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (var channel = FileChannel.open(folder)) {
        channel.force(true);
      }
    }
  }

  /// The names in a folder and in all folders below it.
  static void forceTree(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var each : all.toList()) {
        if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
          forceFolder(each);
        }
      }
    }
    forceFolder(folder.resolveSibling("."));
  }

  /// Puts a file in another's place at once; where the two lie on different file systems a copy is
  /// made beside the place first. Nobody ever sees half of it.
  static void replace(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException elsewhere) {
      var beside = beside(to);
      copy(from, beside);
      Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
      Files.delete(from);
    }
  }

  private static Path beside(Path place) {
    return place.resolveSibling("." + place.getFileName() + ".plimsoll");
  }

  /// Removes a copy that a crash left beside a place.
  static void discardCopy(Path place) throws IOException {
    Files.deleteIfExists(beside(place));
  }

  /// A second name for a file, or a copy with times and mode where there can be none.
  static void keep(Path from, Path to) throws IOException {
    Files.deleteIfExists(to);
    if (Files.isSymbolicLink(from)) {
      Files.copy(from, to, LinkOption.NOFOLLOW_LINKS);
      return;
    }
    try {
      Files.createLink(to, from);
    } catch (UnsupportedOperationException | FileSystemException notHere) {
      if (notHere instanceof NoSuchFileException gone) {
        throw gone;
      }
      copy(from, to);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.copy(
        from,
        to,
        LinkOption.NOFOLLOW_LINKS,
        StandardCopyOption.COPY_ATTRIBUTES,
        StandardCopyOption.REPLACE_EXISTING);
    force(to);
  }

  /// Removes a folder and all in it; a link in it is removed, not followed.
  static void remove(Path folder) throws IOException {
    if (!exists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
        var above = path.getParent();
        if (above != null
            && Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)
            && !Files.isWritable(above)) {
          openUp(above);
        }
        Files.deleteIfExists(path);
      }
    }
  }

  private static void openUp(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }
}
