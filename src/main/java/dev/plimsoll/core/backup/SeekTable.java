package dev.plimsoll.core.backup;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Whether a tar.zst ends in a seek table, told by its last four bytes: without one it would have
/// to be read from its beginning to know what is in it.
final class SeekTable {
  private static final int MAGIC = 0x8F92EAB1;

  private SeekTable() {}

  /// True for a zip, which has its directory elsewhere.
  static boolean mayBeThere(Path archive) throws IOException {
    if (String.valueOf(archive.getFileName()).endsWith(".zip")) {
      return true;
    }
    try (var channel = FileChannel.open(archive, StandardOpenOption.READ)) {
      if (channel.size() < Integer.BYTES) {
        return false;
      }
      var last = ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
      while (last.hasRemaining()) {
        if (channel.read(last, channel.size() - Integer.BYTES + last.position()) < 0) {
          return false;
        }
      }
      return last.getInt(0) == MAGIC;
    }
  }
}
