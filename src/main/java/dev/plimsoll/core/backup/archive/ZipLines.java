package dev.plimsoll.core.backup.archive;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/// Reads the central directory of a zip of ours line by line. What a line says is put into bytes
/// again, and these must be the line's.
final class ZipLines {
  private static final int LARGE_FIELD = 1;
  private static final int TIME_FIELD = 0x5455;
  private static final int FILE_TYPE = 0170000;
  private static final int FOLDER = 0040000;
  private static final int LINK = 0120000;
  private static final int PERMISSIONS = 07777;

  private final byte[] bytes;
  private final ByteBuffer rest;
  private long count;

  /// @param bytes from the directory's first byte to the file's end
  ZipLines(byte[] bytes) {
    this.bytes = bytes;
    this.rest = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  boolean hasNext() {
    return rest.remaining() >= 4 && rest.getInt(rest.position()) == ZipLine.CENTRAL;
  }

  ZipLine next() throws Damaged {
    var from = rest.position();
    try {
      var line = line();
      if (!Arrays.equals(line.central(), Arrays.copyOfRange(bytes, from, rest.position()))) {
        throw damaged();
      }
      count++;
      return line;
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw damaged();
    }
  }

  private Damaged damaged() {
    return new Damaged("Line " + (count + 1) + " of the zip's central directory is damaged.");
  }

  private ZipLine line() {
    rest.position(rest.position() + 10);
    var method = rest.getShort();
    rest.getInt();
    var crc32 = rest.getInt();
    var packed = Integer.toUnsignedLong(rest.getInt());
    var size = Integer.toUnsignedLong(rest.getInt());
    var name = new byte[Short.toUnsignedInt(rest.getShort())];
    var extra = Short.toUnsignedInt(rest.getShort());
    rest.position(rest.position() + 6);
    var attributes = rest.getInt();
    var offset = Integer.toUnsignedLong(rest.getInt());
    rest.get(name);
    var end = rest.position() + extra;
    var time = 0L;
    var crc32c = 0;
    var nanos = 0;
    while (rest.position() < end) {
      var field = Short.toUnsignedInt(rest.getShort());
      var next = rest.getShort() + rest.position();
      switch (field) {
        case LARGE_FIELD -> {
          if (size == ZipLine.MAX_32) {
            size = rest.getLong();
            packed = rest.getLong();
          }
          if (offset == ZipLine.MAX_32) {
            offset = rest.getLong();
          }
        }
        case TIME_FIELD -> {
          // ours says it for any year
        }
        case ZipLine.OWN_FIELD -> {
          rest.get();
          rest.getInt();
          crc32c = rest.getInt();
          time = rest.getLong();
          nanos = rest.getInt();
        }
        default -> throw new IllegalArgumentException("a field that we do not write");
      }
      rest.position(next);
    }
    var head = head(new String(name, StandardCharsets.UTF_8), attributes, size);
    var exact =
        new Head(
            head.name(), head.kind(), size, head.mode(), Instant.ofEpochSecond(time, nanos), null);
    return new ZipLine(exact, method, crc32, packed, offset, crc32c);
  }

  private static Head head(String name, int attributes, long size) {
    var mode = attributes >>> 16;
    var kind =
        switch (mode & FILE_TYPE) {
          case FOLDER -> EntryKind.FOLDER;
          case LINK -> EntryKind.LINK;
          default -> EntryKind.FILE;
        };
    var plain = kind == EntryKind.FOLDER ? name.substring(0, name.length() - 1) : name;
    return new Head(plain, kind, size, mode & PERMISSIONS, Instant.EPOCH, null);
  }

  /// What stands behind the lines must be what we would write there.
  ///
  /// @param directory offset of the directory in the file
  void end(long directory) throws Damaged {
    var from = rest.position();
    var records = ZipEnd.of(count, directory, from);
    var found = Arrays.copyOfRange(bytes, from, bytes.length - 8);
    if (!Arrays.equals(records, found)) {
      throw new Damaged("The records behind the zip's central directory are damaged.");
    }
  }
}
