package dev.plimsoll.core.backup.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What stands behind a zip's central directory. Ours has a comment with a checksum of all from the
/// directory's first byte to that comment: `plimsoll 1 89abcdef`.
final class ZipEnd {
  static final int END = 0x06054B50;
  static final int END_FIXED = 22;
  static final int LARGE_END = 0x06064B50;
  static final int LARGE_FIXED = 56;
  static final int LOCATOR = 0x07064B50;
  static final int LOCATOR_FIXED = 20;
  static final String COMMENT = "plimsoll 1 ";
  static final int COMMENT_LENGTH = COMMENT.length() + 8;

  private static final int NEEDS_LARGE = 45;

  private ZipEnd() {}

  /// The records without the checksum at their end.
  ///
  /// @param entries number of lines of the directory
  /// @param at offset of its first byte
  /// @param length of it
  static byte[] of(long entries, long at, long length) {
    var large = entries >= ZipLine.MAX_16 || at >= ZipLine.MAX_32 || length >= ZipLine.MAX_32;
    var size = (large ? LARGE_FIXED + LOCATOR_FIXED : 0) + END_FIXED + COMMENT.length();
    var bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    if (large) {
      bytes.putInt(LARGE_END).putLong(LARGE_FIXED - 12);
      bytes.putShort((short) (3 << 8 | NEEDS_LARGE)).putShort((short) NEEDS_LARGE);
      bytes.putInt(0).putInt(0).putLong(entries).putLong(entries).putLong(length).putLong(at);
      bytes.putInt(LOCATOR).putInt(0).putLong(at + length).putInt(1);
    }
    var count = (short) Math.min(entries, ZipLine.MAX_16);
    bytes.putInt(END).putShort((short) 0).putShort((short) 0).putShort(count).putShort(count);
    bytes.putInt((int) Math.min(length, ZipLine.MAX_32)).putInt((int) Math.min(at, ZipLine.MAX_32));
    bytes.putShort((short) COMMENT_LENGTH);
    bytes.put(COMMENT.getBytes(StandardCharsets.US_ASCII));
    return bytes.array();
  }

  static byte[] checksum(long crc32c) {
    return String.format(Locale.ROOT, "%08x", crc32c).getBytes(StandardCharsets.US_ASCII);
  }

  /// Where the central directory begins, by the records behind it; negative where they do not say.
  ///
  /// @param at offset of the last record
  /// @param last its bytes
  static long directory(FileChannel channel, long at, byte[] last) throws IOException {
    var record = ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN);
    var offset = Integer.toUnsignedLong(record.getInt(16));
    var count = Short.toUnsignedInt(record.getShort(10));
    var length = Integer.toUnsignedLong(record.getInt(12));
    if (record.getInt() != END) {
      return -1;
    }
    if (offset < ZipLine.MAX_32 && count < ZipLine.MAX_16 && length < ZipLine.MAX_32) {
      return offset;
    }
    if (at < LARGE_FIXED + LOCATOR_FIXED) {
      return -1;
    }
    var large =
        ByteBuffer.wrap(Blocks.read(channel, at - LOCATOR_FIXED - LARGE_FIXED, LARGE_FIXED))
            .order(ByteOrder.LITTLE_ENDIAN);
    return large.getInt() == LARGE_END ? large.getLong(48) : -1;
  }
}
