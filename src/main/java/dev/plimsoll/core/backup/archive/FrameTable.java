package dev.plimsoll.core.backup.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// What is known of each frame of an archive, in their order, and the two frames at its end that
/// say so (docs/formats/backup.md): the checks, which are ours, and the seek table of Zstandard's
/// seekable format 0.1.0. Both are skippable frames, which every decoder of zstd passes over.
final class FrameTable {
  static final int CHECKS_MAGIC = 0x184D2A50;
  static final int SEEK_MAGIC = 0x184D2A5E;
  static final int SEEKABLE_MAGIC = 0x8F92EAB1;

  /// Of a skippable frame: its magic number and its size.
  static final int SKIPPABLE = 8;

  /// At the seek table's end: number of frames, descriptor, magic number.
  static final int FOOTER = 9;

  /// An entry of the seek table: compressed size, size, checksum.
  static final int SEEK_ENTRY = 12;

  /// Each entry has a checksum, and the reserved bits are zero.
  static final byte DESCRIPTOR = (byte) 0x80;

  /// `PlimArc1`, the beginning of the checks.
  static final long SIGNATURE = 0x31637241_6D696C50L;

  /// Signature, and at the end the checksum of the seek table and that of the checks themselves.
  static final int CHECKS_FIXED = 16;

  /// So many frames have more than a petabyte.
  static final int FRAMES_MAX = 1 << 28;

  private int count;
  private int[] packed = new int[64];
  private int[] unpacked = new int[64];
  private int[] sum = new int[64];
  private int[] crc = new int[64];

  /// @param packedSize bytes of the frame as it lies
  /// @param unpackedSize bytes that it holds
  /// @param checksum the lower half of XXH64 of what it holds, as it stands at the frame's end
  /// @param crc32c of the frame as it lies
  void add(int packedSize, int unpackedSize, int checksum, int crc32c) {
    if (count == packed.length) {
      packed = Arrays.copyOf(packed, 2 * count);
      unpacked = Arrays.copyOf(unpacked, 2 * count);
      sum = Arrays.copyOf(sum, 2 * count);
      crc = Arrays.copyOf(crc, 2 * count);
    }
    packed[count] = packedSize;
    unpacked[count] = unpackedSize;
    sum[count] = checksum;
    crc[count] = crc32c;
    count++;
  }

  int count() {
    return count;
  }

  int packed(int frame) {
    return packed[frame];
  }

  int unpacked(int frame) {
    return unpacked[frame];
  }

  int checksum(int frame) {
    return sum[frame];
  }

  int crc32c(int frame) {
    return crc[frame];
  }

  /// Forgets all frames from that one on.
  ///
  /// @return where the first of them began
  long cutTo(int frames) {
    count = frames;
    var place = 0L;
    for (var i = 0; i < frames; i++) {
      place += packed[i];
    }
    return place;
  }

  /// The two frames at the archive's end. The seek table names the checks too, as a frame that
  /// holds nothing.
  byte[] end() {
    var checks = SKIPPABLE + CHECKS_FIXED + 4 * count;
    var seek = SKIPPABLE + SEEK_ENTRY * (count + 1) + FOOTER;
    var bytes = ByteBuffer.allocate(checks + seek).order(ByteOrder.LITTLE_ENDIAN);
    var table = bytes.slice(checks, seek).order(ByteOrder.LITTLE_ENDIAN);
    table.putInt(SEEK_MAGIC).putInt(seek - SKIPPABLE);
    for (var i = 0; i < count; i++) {
      table.putInt(packed[i]).putInt(unpacked[i]).putInt(sum[i]);
    }
    table.putInt(checks).putInt(0).putInt(0);
    table.putInt(count + 1).put(DESCRIPTOR).putInt(SEEKABLE_MAGIC);
    bytes.putInt(CHECKS_MAGIC).putInt(checks - SKIPPABLE).putLong(SIGNATURE);
    for (var i = 0; i < count; i++) {
      bytes.putInt(crc[i]);
    }
    bytes.putInt(crc32c(bytes.array(), checks, seek));
    bytes.putInt(crc32c(bytes.array(), 0, bytes.position()));
    return bytes.array();
  }

  static int crc32c(byte[] bytes, int from, int length) {
    var crc = new CRC32C();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
