package dev.plimsoll.core.backup;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Folders: made for one person, emptied, flushed.
final class Folders {
  private Folders() {}

  /// A folder that only its owner may look into; folders above it are made where they are missing.
  static Path makePrivate(Path folder) throws IOException {
    var parent = folder.toAbsolutePath().getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    return Files.createDirectory(folder);
  }

  /// Removes a folder and all in it; links are removed, never followed. Nothing there is as good.
  static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(folder);
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes seen) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException failed)
              throws IOException {
            if (failed != null) {
              throw failed;
            }
            Files.delete(inner);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /// The names in a folder too have to be on disk; Windows sees to that by itself. A wish to stop
  /// does not end it, and is not forgotten: what was done before it stays done.
  static void flush(Path folder) throws IOException {
    if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return;
    }
    var stopped = false;
    try {
      while (true) {
        stopped |= Thread.interrupted();
        try (var channel = FileChannel.open(folder)) {
          channel.force(true);
          return;
        } catch (ClosedByInterruptException again) {
          stopped = true;
        }
      }
    } finally {
      if (stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
