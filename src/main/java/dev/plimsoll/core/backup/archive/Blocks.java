package dev.plimsoll.core.backup.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/// Reads from places of a file.
final class Blocks {
  private Blocks() {}

  /// All of it, or an exception.
  static byte[] read(FileChannel channel, long at, int length) throws IOException {
    var bytes = new byte[length];
    read(channel, at, bytes, length);
    return bytes;
  }

  static void read(FileChannel channel, long at, byte[] into, int length) throws IOException {
    var block = ByteBuffer.wrap(into, 0, length);
    while (block.hasRemaining()) {
      if (channel.read(block, at + block.position()) < 0) {
        throw new EOFException("the archive ends too early");
      }
    }
  }

  /// With the lowest byte first.
  static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
