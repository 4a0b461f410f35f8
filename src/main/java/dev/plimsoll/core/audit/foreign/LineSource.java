package dev.plimsoll.core.audit.foreign;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The lines of a file, one after another, in bounded memory. For one thread.
public final class LineSource implements Closeable {
  /// Longest line read, in bytes.
  public static final int LONGEST = 16 * 1024 * 1024;

  private static final int BLOCK = 256 * 1024;

  private final SeekableByteChannel channel;
  private final int longest;
  private final byte[] block = new byte[BLOCK];
  private int position;
  private int limit;
  private long number;
  private long offset;

  /// The whole file.
  public LineSource(Path file) throws IOException {
    this(file, 0, 1);
  }

  /// From the line that begins at an offset.
  ///
  /// @param line its number, from 1
  public LineSource(Path file, long offset, long line) throws IOException {
    this(file, offset, line, LONGEST);
  }

  LineSource(Path file, long offset, long line, int longest) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException("it is no file but a folder, a pipe or a device");
    }
    this.channel = Files.newByteChannel(file);
    this.offset = offset;
    this.number = line;
    this.longest = longest;
    channel.position(offset);
  }

  /// Where the next line begins.
  public long offset() {
    return offset;
  }

  /// The number of the next line, from 1.
  public long number() {
    return number;
  }

  /// How large the file is now.
  public long size() throws IOException {
    return channel.size();
  }

  /// The next line, or null after the last.
  ///
  /// @throws LineTooLong where it is longer than [#LONGEST]
  public @Nullable Line next() throws IOException {
    var from = offset;
    var bytes = nextBytes();
    return bytes == null ? null : Line.of(bytes, number - 1, from, offset > from + bytes.length);
  }

  /// The next line as it lies, or null after the last. A LF follows it where [#offset()] went
  /// further than its length.
  byte @Nullable [] nextBytes() throws IOException {
    if (position == limit && !fill()) {
      return null;
    }
    byte[] begun = {};
    while (true) {
      var end = lineFeed();
      var piece = Arrays.copyOfRange(block, position, end);
      begun = begun.length == 0 ? piece : joined(begun, piece);
      var ended = end < limit;
      position = ended ? end + 1 : end;
      if (begun.length > longest) {
        throw new LineTooLong(number, offset, longest);
      }
      if (ended || !fill()) {
        number++;
        offset += begun.length + (ended ? 1 : 0);
        return begun;
      }
    }
  }

  private int lineFeed() {
    for (var i = position; i < limit; i++) {
      if (block[i] == '\n') {
        return i;
      }
    }
    return limit;
  }

  private static byte[] joined(byte[] a, byte[] b) {
    var both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = 0;
    var read = channel.read(ByteBuffer.wrap(block));
    limit = Math.max(0, read);
    return read > 0;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /// A line that is not read, because it is too long.
  public static final class LineTooLong extends IOException {
    private static final long serialVersionUID = 1L;

    LineTooLong(long number, long offset, int longest) {
      super(
          "line "
              + number
              + ", byte "
              + offset
              + ", is longer than the "
              + longest / (1024 * 1024)
              + " MiB that are read");
    }
  }
}
