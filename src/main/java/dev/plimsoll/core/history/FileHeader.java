package dev.plimsoll.core.history;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The first hundred bytes of a SQLite file (sqlite.org/fileformat2.html, "The Database Header"):
/// enough to tell a foreign or a cut-off file before anything is done to it.
final class FileHeader {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1);
  private static final int LENGTH = 100;
  private static final int PAGE_SIZE = 16;
  private static final int CHANGE_COUNTER = 24;
  private static final int PAGES = 28;
  private static final int PAGES_VALID_FOR = 92;

  private FileHeader() {}

  /// @throws Problem where the file is no SQLite database or lacks its end; a file with nothing in
  ///   it passes
  static void check(Path file) {
    try (var channel = FileChannel.open(file)) {
      var size = channel.size();
      var header = ByteBuffer.allocate(LENGTH);
      var read = 0;
      while (header.hasRemaining() && read >= 0) {
        read = channel.read(header);
      }
      if (size > 0 && !Arrays.equals(header.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
        throw damaged(file, "does not begin as a SQLite database does");
      }
      var whole = wholeSize(header);
      if (size > 0 && !hasLog(file) && size < whole) {
        throw damaged(file, "is cut off: " + size + " of " + whole + " bytes are there");
      }
    } catch (IOException e) {
      throw Problem.of(
          "History not opened",
          "The file " + file + " cannot be read: " + e.getMessage() + ".",
          "See that you may read it, then try again; nothing was changed.",
          e);
    }
  }

  /// What the file says its size is, or 0 where it does not say so reliably.
  private static long wholeSize(ByteBuffer header) {
    if (header.hasRemaining()) {
      return LENGTH;
    }
    if (header.getInt(CHANGE_COUNTER) != header.getInt(PAGES_VALID_FOR)) {
      return 0;
    }
    var page = Short.toUnsignedInt(header.getShort(PAGE_SIZE));
    return Integer.toUnsignedLong(header.getInt(PAGES)) * (page == 1 ? 65_536 : page);
  }

  /// Whether a write-ahead log with something in it lies beside the file; then the file alone may
  /// be behind.
  static boolean hasLog(Path file) throws IOException {
    var log = writeAheadLog(file);
    return Files.exists(log) && Files.size(log) > 0;
  }

  static Path writeAheadLog(Path file) {
    return file.resolveSibling(file.getFileName() + "-wal");
  }

  private static Problem damaged(Path file, String reason) {
    return Problem.of(
        "History not opened",
        "The file " + file + " " + reason + ".",
        "Nothing was changed. Keep a copy of it, then restore the history from a backup.");
  }
}
