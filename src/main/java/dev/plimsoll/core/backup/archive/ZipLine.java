package dev.plimsoll.core.backup.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// An entry of a zip that we write, as its local header and its line in the central directory say
/// it (PKWARE's APPNOTE 6.3.10; the extra field 0x5455 is Info-ZIP's, 0x6C50 ours).
///
/// @param method 0 stored, 8 deflated
/// @param crc32 of the file
/// @param packed bytes of it in the archive
/// @param offset of the local header
/// @param crc32c of the entry's bytes as they lie in the archive
record ZipLine(Head head, int method, int crc32, long packed, long offset, int crc32c) {
  static final int STORED = 0;
  static final int DEFLATED = 8;

  /// Our extra field in the central directory: version, checksum of the local header, checksum of
  /// the entry's bytes as they lie, seconds since 1970 and nanoseconds.
  static final int OWN_FIELD = 0x6C50;

  static final int OWN_LENGTH = 21;
  static final byte OWN_VERSION = 1;

  static final int LOCAL = 0x04034B50;
  static final int CENTRAL = 0x02014B50;
  static final long MAX_32 = 0xFFFFFFFFL;
  static final int MAX_16 = 0xFFFF;

  /// From this size on both sizes are given in 64 bits: deflating may make a file longer.
  private static final long LARGE = 0xFF000000L;

  private static final int LOCAL_FIXED = 30;
  private static final int CENTRAL_FIXED = 46;
  private static final int TIME_FIELD = 0x5455;
  private static final int LARGE_FIELD = 1;
  private static final int UTF_8 = 0x0800;
  private static final int NEEDS = 20;
  private static final int NEEDS_LARGE = 45;
  private static final int UNIX = 3 << 8;
  private static final int FIRST_YEAR = 1980;
  private static final int LAST_YEAR = 2107;
  private static final int FILE = 0100000;
  private static final int FOLDER = 0040000;
  private static final int LINK = 0120000;
  private static final int PERMISSIONS = 07777;
  private static final int DOS_FOLDER = 0x10;

  byte[] local() {
    var name = name();
    var large = isLarge();
    var bytes = room(LOCAL_FIXED + name.length + (large ? 20 : 0) + time());
    bytes.putInt(LOCAL).putShort((short) (large ? NEEDS_LARGE : NEEDS));
    putSame(bytes, large);
    bytes.putShort((short) name.length).putShort((short) ((large ? 20 : 0) + time())).put(name);
    if (large) {
      bytes.putShort((short) LARGE_FIELD).putShort((short) 16).putLong(head.size()).putLong(packed);
    }
    putTime(bytes);
    return filled(bytes);
  }

  byte[] central() {
    var name = name();
    var large = isLarge();
    var far = offset >= MAX_32;
    var field = large || far ? 4 + (large ? 16 : 0) + (far ? 8 : 0) : 0;
    var extra = field + time() + 4 + OWN_LENGTH;
    var bytes = room(CENTRAL_FIXED + name.length + extra);
    bytes.putInt(CENTRAL).putShort((short) (UNIX | NEEDS_LARGE));
    bytes.putShort((short) (large || far ? NEEDS_LARGE : NEEDS));
    putSame(bytes, large);
    bytes.putShort((short) name.length).putShort((short) extra).putShort((short) 0);
    bytes.putShort((short) 0).putShort((short) 0).putInt(attributes());
    bytes.putInt((int) (far ? MAX_32 : offset)).put(name);
    if (field > 0) {
      bytes.putShort((short) LARGE_FIELD).putShort((short) (field - 4));
    }
    if (large) {
      bytes.putLong(head.size()).putLong(packed);
    }
    if (far) {
      bytes.putLong(offset);
    }
    putTime(bytes);
    var before = local();
    bytes.putShort((short) OWN_FIELD).putShort((short) OWN_LENGTH).put(OWN_VERSION);
    bytes.putInt(FrameTable.crc32c(before, 0, before.length)).putInt(crc32c);
    var modified = head.modifiedOn();
    bytes.putLong(modified.getEpochSecond()).putInt(modified.getNano());
    return filled(bytes);
  }

  /// Flags, method, time, checksum and sizes, which both headers have.
  private void putSame(ByteBuffer bytes, boolean large) {
    var modified = dosTime();
    bytes.putShort((short) UTF_8).putShort((short) method);
    bytes.putInt(modified).putInt(crc32);
    bytes.putInt((int) (large ? MAX_32 : packed)).putInt((int) (large ? MAX_32 : head.size()));
  }

  private static byte[] filled(ByteBuffer bytes) {
    var line = new byte[bytes.position()];
    bytes.flip().get(line);
    return line;
  }

  private static ByteBuffer room(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private byte[] name() {
    var name = head.kind() == EntryKind.FOLDER ? head.name() + "/" : head.name();
    return name.getBytes(StandardCharsets.UTF_8);
  }

  private boolean isLarge() {
    return head.size() >= LARGE;
  }

  private int attributes() {
    var type =
        switch (head.kind()) {
          case FILE -> FILE;
          case FOLDER -> FOLDER;
          case LINK -> LINK;
        };
    var dos = head.kind() == EntryKind.FOLDER ? DOS_FOLDER : 0;
    return ((type | (head.mode() & PERMISSIONS)) << 16) | dos;
  }

  /// Length of the field with the time in seconds since 1970, which has 32 bits.
  private int time() {
    var seconds = head.modifiedOn().getEpochSecond();
    return seconds == (int) seconds ? 9 : 0;
  }

  private void putTime(ByteBuffer bytes) {
    if (time() > 0) {
      bytes.putShort((short) TIME_FIELD).putShort((short) 5).put((byte) 1);
      bytes.putInt((int) head.modifiedOn().getEpochSecond());
    }
  }

  /// Date and time as MS-DOS had them, in steps of two seconds; in UTC.
  private int dosTime() {
    var time = LocalDateTime.ofInstant(clamped(head.modifiedOn()), ZoneOffset.UTC);
    return (time.getYear() - FIRST_YEAR) << 25
        | time.getMonthValue() << 21
        | time.getDayOfMonth() << 16
        | time.getHour() << 11
        | time.getMinute() << 5
        | time.getSecond() / 2;
  }

  private static Instant clamped(Instant time) {
    var first = LocalDateTime.of(FIRST_YEAR, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);
    var last = LocalDateTime.of(LAST_YEAR, 12, 31, 23, 59, 58).toInstant(ZoneOffset.UTC);
    return time.isBefore(first) ? first : time.isAfter(last) ? last : time;
  }
}
