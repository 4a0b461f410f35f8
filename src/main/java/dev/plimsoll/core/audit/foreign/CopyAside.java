package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Puts a broken file aside before anybody mends it: the same bytes under another name, on the disk
/// when this returns. Nothing is ever overwritten, and the file itself is only read.
///
/// @param copy where it lies now
/// @param bytes how many
/// @param sha256 of them, lower-case hex
public record CopyAside(Path copy, long bytes, String sha256) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final String INTENT = "File not copied aside";
  private static final int MOST = 100;
  private static final int BLOCK = 256 * 1024;

  /// Copies `ops.jsonl` to `FOLDER/ops.jsonl.20260301T093000Z.broken`, with a number where that is
  /// taken.
  ///
  /// @param folder made where it is missing
  /// @throws Problem where it cannot be read or written, or changed meanwhile; what was written is
  ///   taken away again
  public static CopyAside of(Path file, Path folder, InstantSource clock) {
    try {
      Files.createDirectories(folder);
      var copy = claimed(folder, file.getFileName() + "." + TIME.format(clock.instant()));
      try {
        return written(file, copy);
      } catch (IOException | Problem e) {
        Files.deleteIfExists(copy);
        throw e;
      }
    } catch (NoSuchFileException absent) {
      throw Problem.of(INTENT, "There is no file " + file + ".", "Correct its name.", absent);
    } catch (IOException e) {
      throw Problem.of(
          INTENT,
          file + " could not be copied to " + folder + ": " + e.getMessage() + ".",
          "Look at permissions and at the space that is left, or choose another folder.",
          e);
    }
  }

  private static boolean isFirstAt(Path copy) throws IOException {
    try {
      Files.createFile(copy);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  private static Path claimed(Path folder, String name) throws IOException {
    for (var n = 1; n <= MOST; n++) {
      var copy = folder.resolve(name + (n == 1 ? "" : "-" + n) + ".broken");
      if (isFirstAt(copy)) {
        return copy;
      }
    }
    throw Problem.of(
        INTENT,
        folder + " has " + MOST + " copies of this second already.",
        "Wait a moment, or choose another folder.");
  }

  private static CopyAside written(Path file, Path copy) throws IOException {
    var bytes = 0L;
    try (var in = FileChannel.open(file, StandardOpenOption.READ);
        var out = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      var block = ByteBuffer.allocate(BLOCK);
      while (in.read(block) >= 0) {
        block.flip();
        while (block.hasRemaining()) {
          bytes += out.write(block);
        }
        block.clear();
      }
      out.force(true);
    }
    var digest = Digests.sha256Hex(copy);
    if (!digest.equals(Digests.sha256Hex(file))) {
      throw Problem.of(
          INTENT,
          file + " was being written meanwhile, so the copy is not the same.",
          "Stop its writer, and copy again.");
    }
    flushed(copy);
    return new CopyAside(copy, bytes, digest);
  }

  /// The folder's entry too, where the system has that.
  private static void flushed(Path copy) {
    var folder = copy.toAbsolutePath().getParent();
    if (folder == null) {
      return;
    }
    try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notOnThisSystem) {
      // Windows opens no folders; the file itself was flushed
    }
  }
}
