package dev.plimsoll.core.check.secrets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads a tar archive (POSIX ustar, pax paths, GNU long names) from front to end. Use it once.
final class Tar {
  private static final int BLOCK = 512;
  private static final int LONGEST_NAME = 1 << 16;

  private final InputStream archive;
  private final int mostEntries;
  private @Nullable String longName;

  Tar(InputStream archive, int mostEntries) {
    this.archive = archive;
    this.mostEntries = mostEntries;
  }

  void each(Archives.Entry entry) throws IOException, InterruptedException {
    var count = 0;
    for (var header = header(); header != null; header = header()) {
      if (++count > mostEntries) {
        throw new IOException("it holds more than " + mostEntries + " entries");
      }
      one(header, entry);
    }
    if (count == 0) {
      throw new IOException("it holds nothing, or is no tar archive");
    }
  }

  private void one(byte[] header, Archives.Entry entry) throws IOException, InterruptedException {
    var size = octal(header, 124, 12);
    var content = new Slice(size);
    switch ((char) header[156]) {
      case 'L' -> longName = text(content.bytes(), 0, LONGEST_NAME);
      case 'x' -> longName = pathOf(new String(content.bytes(), StandardCharsets.UTF_8));
      case '1', '2', '3', '4', '5', '6', 'g', 'K', 'D', 'V' ->
          longName = null; // links, devices, folders, and what tells about others
      default -> { // POSIX: what is not known is a file
        entry.found(name(header), content);
        longName = null;
      }
    }
    content.skipRest();
    skip((BLOCK - size % BLOCK) % BLOCK);
  }

  private String name(byte[] header) {
    if (longName != null) {
      return longName;
    }
    var prefix = text(header, 257, 5).equals("ustar") ? text(header, 345, 155) : "";
    return (prefix.isEmpty() ? "" : prefix + "/") + text(header, 0, 100);
  }

  /// The `path` of a pax header: lines `length key=value`.
  private static @Nullable String pathOf(String pax) {
    return pax.lines()
        .map(line -> line.substring(line.indexOf(' ') + 1))
        .filter(line -> line.startsWith("path="))
        .map(line -> line.substring("path=".length()))
        .findFirst()
        .orElse(null);
  }

  private byte @Nullable [] header() throws IOException {
    var header = archive.readNBytes(BLOCK);
    if (header.length == 0 || (header.length == BLOCK && isZero(header))) {
      return null;
    }
    if (header.length < BLOCK || !checksumHolds(header)) {
      throw new IOException("it is cut off, or no tar archive");
    }
    return header;
  }

  private static boolean isZero(byte[] header) {
    for (var b : header) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean checksumHolds(byte[] header) throws IOException {
    var sum = 0L;
    for (var i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
    }
    return sum == octal(header, 148, 8);
  }

  private static String text(byte[] bytes, int from, int most) {
    var end = from;
    while (end < bytes.length && end - from < most && bytes[end] != 0) {
      end++;
    }
    return new String(bytes, from, end - from, StandardCharsets.UTF_8);
  }

  private static long octal(byte[] header, int from, int length) throws IOException {
    if (header[from] < 0) {
      throw new IOException("an entry is larger than 8 GiB");
    }
    var digits = text(header, from, length).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException noNumber) {
      throw new IOException("it is no tar archive", noNumber);
    }
  }

  private void skip(long bytes) throws IOException {
    for (var left = bytes; left > 0; ) {
      var read = archive.readNBytes((int) Math.min(left, BLOCK * 64L)).length;
      if (read == 0) {
        throw new IOException("it is cut off");
      }
      left -= read;
    }
  }

  /// The bytes of one entry.
  private final class Slice extends InputStream {
    private long left;

    Slice(long size) {
      left = size;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int count) throws IOException {
      if (left == 0) {
        return -1;
      }
      var read = archive.read(target, from, (int) Math.min(count, left));
      if (read < 0) {
        throw new IOException("it is cut off");
      }
      left -= read;
      return read;
    }

    byte[] bytes() throws IOException {
      if (left > LONGEST_NAME) {
        throw new IOException("the name of an entry is too long");
      }
      return readNBytes((int) left);
    }

    void skipRest() throws IOException {
      skip(left);
      left = 0;
    }
  }
}
