package dev.plimsoll.core.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A small file that is replaced as a whole: written beside its place first, flushed, then moved
/// there. A crash leaves the old or the new one.
public final class DurableFile {
  private DurableFile() {}

  /// On disk when it returns; folders that are missing are made.
  public static void replace(Path file, String content) throws IOException {
    var folder = Files.createDirectories(file.resolveSibling(".").toAbsolutePath().normalize());
    var fresh = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".new");
    try {
      try (var channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        var bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      flush(folder);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /// The new name too has to be on disk; Windows sees to that by itself.
  private static void flush(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (var channel = FileChannel.open(folder)) {
        channel.force(true);
      }
    }
  }
}
