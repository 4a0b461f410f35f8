package dev.plimsoll.core.backup.archive;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.jspecify.annotations.Nullable;

/// Goes from header to header of a tar of ours, and unpacks no frame that holds nothing but a
/// file's bytes. After a damaged frame it goes on at the next one that begins with a header.
final class TarWalk {
  private static final int MODE_AT = 100;
  private static final int SIZE_AT = 124;
  private static final int TIME_AT = 136;
  private static final int NUMBER = 8;
  private static final int LONG_NUMBER = 12;
  private static final int TYPE_AT = 156;
  private static final int LINK_AT = 157;
  private static final int NAME = 100;
  private static final int MAGIC_AT = 257;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX = 155;
  private static final int EXTENDED_MAX = 1 << 20;
  private static final int PERMISSIONS = 07777;
  private static final int BILLION = 1_000_000_000;

  private final Frames frames;
  private long at;
  private int cached = -1;
  private byte[] unpacked = new byte[0];

  TarWalk(Frames frames) {
    this.frames = frames;
  }

  /// Number of the frame that the next header should be in.
  int frame() {
    return frames.at(at);
  }

  /// Leaves the frame at hand, which cannot be read, and goes to the next that begins with a
  /// header.
  ///
  /// @return false where none does
  boolean resume() throws InterruptedException {
    for (var frame = frame() + 1; frame < frames.table().count(); frame++) {
      if (beginsWithHeader(frame)) {
        return true;
      }
    }
    return false;
  }

  /// Goes to a frame's beginning, and looks what is there.
  boolean beginsWithHeader(int frame) throws InterruptedException {
    at = frames.start(frame);
    try {
      var block = read(at, TarHeaders.BLOCK);
      return isHeader(block);
    } catch (IOException e) {
      Reasons.interrupted(e);
      return false;
    }
  }

  private static boolean isHeader(byte[] block) {
    return new String(block, MAGIC_AT, 5, StandardCharsets.US_ASCII).equals("ustar")
        && TarUtils.verifyCheckSum(block);
  }

  /// The next entry; empty at the end, where the two blocks of zeros stand.
  ///
  /// @throws Damaged where none can be read here
  Optional<Place> next() throws IOException {
    Map<String, String> extended = Map.of();
    while (true) {
      var block = read(at, TarHeaders.BLOCK);
      if (isZero(block)) {
        end();
        return Optional.empty();
      }
      if (!isHeader(block)) {
        throw new Damaged(frames.name(frame()) + " has no header of tar where one must be.");
      }
      var size = size(block, extended);
      at += TarHeaders.BLOCK;
      if (block[TYPE_AT] != TarConstants.LF_PAX_EXTENDED_HEADER_LC) {
        var place = place(block, size, extended);
        at += size + TarHeaders.padding(size);
        return Optional.of(place);
      }
      if (size > EXTENDED_MAX) {
        throw new Damaged(frames.name(frame()) + " has an extended header that is too long.");
      }
      extended = records(read(at, (int) size));
      at += size + TarHeaders.padding(size);
    }
  }

  private static boolean isZero(byte[] block) {
    return Arrays.equals(block, new byte[TarHeaders.BLOCK]);
  }

  /// Nothing but the second block of zeros may follow.
  private void end() throws IOException {
    var end = frames.start(frames.table().count());
    if (end - at != 2 * TarHeaders.BLOCK
        || !isZero(read(at + TarHeaders.BLOCK, TarHeaders.BLOCK))) {
      throw new Damaged("The tar does not end where its last block of zeros stands.");
    }
  }

  private long size(byte[] block, Map<String, String> extended) throws Damaged {
    try {
      var text = extended.get("size");
      var size =
          text == null
              ? TarUtils.parseOctalOrBinary(block, SIZE_AT, LONG_NUMBER)
              : Long.parseLong(text);
      var left = frames.start(frames.table().count()) - at - TarHeaders.BLOCK;
      if (size < 0 || size > left) {
        throw new Damaged(
            frames.name(frame()) + " has a header with a size that the archive has no room for.");
      }
      return size;
    } catch (IllegalArgumentException e) {
      throw new Damaged(frames.name(frame()) + " has a header whose size is no number.");
    }
  }

  private Place place(byte[] block, long size, Map<String, String> extended) throws IOException {
    var kind =
        switch (block[TYPE_AT]) {
          case TarConstants.LF_NORMAL -> EntryKind.FILE;
          case TarConstants.LF_DIR -> EntryKind.FOLDER;
          case TarConstants.LF_SYMLINK -> EntryKind.LINK;
          default ->
              throw new Damaged(frames.name(frame()) + " has a header of a kind we do not write.");
        };
    var name = extended.getOrDefault("path", name(block));
    var target =
        kind == EntryKind.LINK
            ? extended.getOrDefault("linkpath", text(block, LINK_AT, NAME))
            : null;
    var head =
        new Head(
            name.endsWith("/") ? name.substring(0, name.length() - 1) : name,
            kind,
            size,
            (int) number(block, MODE_AT, NUMBER) & PERMISSIONS,
            time(block, extended.get("mtime")),
            target);
    return new Place(head, at, null);
  }

  private static String name(byte[] block) {
    var prefix = text(block, PREFIX_AT, PREFIX);
    var name = text(block, 0, NAME);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static String text(byte[] block, int from, int length) {
    var end = from;
    while (end < from + length && block[end] != 0) {
      end++;
    }
    return new String(block, from, end - from, StandardCharsets.UTF_8);
  }

  private long number(byte[] block, int from, int length) throws Damaged {
    try {
      return TarUtils.parseOctalOrBinary(block, from, length);
    } catch (IllegalArgumentException e) {
      throw new Damaged(frames.name(frame()) + " has a header with a number that is none.");
    }
  }

  private Instant time(byte[] block, @Nullable String extended) throws Damaged {
    if (extended == null) {
      return Instant.ofEpochSecond(number(block, TIME_AT, LONG_NUMBER));
    }
    try {
      var exact = new BigDecimal(extended);
      var whole = exact.setScale(0, RoundingMode.FLOOR);
      return Instant.ofEpochSecond(
          whole.longValueExact(),
          exact.subtract(whole).multiply(BigDecimal.valueOf(BILLION)).longValue());
    } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
      throw new Damaged(frames.name(frame()) + " has a header with a time that is none.");
    }
  }

  /// `LENGTH KEY=VALUE\n`, the length being that of the whole record.
  private Map<String, String> records(byte[] bytes) throws Damaged {
    var records = new HashMap<String, String>();
    for (var from = 0; from < bytes.length; ) {
      var gap = from;
      var length = 0;
      while (gap < bytes.length
          && bytes[gap] >= '0'
          && bytes[gap] <= '9'
          && length < EXTENDED_MAX) {
        length = 10 * length + bytes[gap++] - '0';
      }
      var end = from + length;
      if (gap == from || gap + 1 >= end || end > bytes.length || bytes[gap] != ' ') {
        throw new Damaged(frames.name(frame()) + " has an extended header that cannot be read.");
      }
      var record = new String(bytes, gap + 1, end - gap - 2, StandardCharsets.UTF_8);
      var equals = record.indexOf('=');
      if (equals < 1) {
        throw new Damaged(frames.name(frame()) + " has an extended header that cannot be read.");
      }
      records.put(record.substring(0, equals), record.substring(equals + 1));
      from = end;
    }
    return records;
  }

  /// Bytes of the tar, wherever they lie.
  byte[] read(long from, int length) throws IOException {
    var bytes = new byte[length];
    if (from + length > frames.start(frames.table().count())) {
      throw new Damaged("The tar is cut off: it ends without its two blocks of zeros.");
    }
    for (var done = 0; done < length; ) {
      var frame = frames.at(from + done);
      if (frame != cached) {
        unpacked = frames.unpacked(frame);
        cached = frame;
      }
      var skip = (int) (from + done - frames.start(frame));
      var count = Math.min(length - done, unpacked.length - skip);
      System.arraycopy(unpacked, skip, bytes, done, count);
      done += count;
    }
    return bytes;
  }
}
