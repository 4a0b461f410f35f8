package dev.plimsoll.core.backup.source;

import dev.plimsoll.core.backup.archive.Content;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/// A log up to its last whole line, as it was at one moment. Lines that are added meanwhile are not
/// in it; one that was shortened or replaced meanwhile is not still.
///
/// @param length bytes up to and with the last line end
/// @param look the file as it was
public record LogCut(Path file, long length, Look look) {
  private static final int BLOCK = 64 * 1024;

  /// @throws IOException where the file cannot be read
  public static LogCut of(Path file) throws IOException {
    var look = Look.through(file);
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new LogCut(file, afterLastLineEnd(channel, look.size()), look);
    }
  }

  /// How many bytes of a line that had not ended are left out.
  public long leftOut() {
    return look.size() - length;
  }

  private static long afterLastLineEnd(FileChannel channel, long size) throws IOException {
    var block = ByteBuffer.allocate(BLOCK);
    for (var end = size; end > 0; end -= Math.min(end, BLOCK)) {
      var from = Math.max(0, end - BLOCK);
      block.clear().limit((int) (end - from));
      while (block.hasRemaining()) {
        if (channel.read(block, from + block.position()) < 0) {
          throw new IOException("it became shorter while it was read");
        }
      }
      for (var i = block.limit() - 1; i >= 0; i--) {
        if (block.get(i) == '\n') {
          return from + i + 1;
        }
      }
    }
    return 0;
  }

  /// Puts these bytes into a file that does not exist yet.
  void copy(Path into) throws IOException {
    try (var from = FileChannel.open(file, StandardOpenOption.READ);
        var to = FileChannel.open(into, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (var at = 0L; at < length; ) {
        var moved = from.transferTo(at, Math.min(length - at, 8L << 20), to);
        if (moved <= 0) {
          throw new IOException("it became shorter while it was read");
        }
        at += moved;
      }
    }
  }

  /// Lines that hold something.
  long entries() throws IOException, InterruptedException {
    var entries = 0L;
    var blank = true;
    var block = new byte[BLOCK];
    try (var in = bounded()) {
      for (var n = in.read(block); n >= 0; n = in.read(block)) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        for (var i = 0; i < n; i++) {
          if (block[i] == '\n') {
            entries += blank ? 0 : 1;
            blank = true;
          } else if (block[i] != ' ' && block[i] != '\t' && block[i] != '\r') {
            blank = false;
          }
        }
      }
    }
    return entries;
  }

  /// These bytes, for an archive.
  public Content content() {
    return new Content() {
      @Override
      public InputStream open() throws IOException {
        return bounded();
      }

      @Override
      public long size() {
        return length;
      }

      @Override
      public Instant modifiedOn() {
        return look.modifiedOn();
      }

      @Override
      public boolean isStill() throws IOException {
        var now = Look.through(file);
        return now.inode().equals(look.inode()) && now.size() >= length;
      }
    };
  }

  private InputStream bounded() throws IOException {
    return new FilterInputStream(Files.newInputStream(file)) {
      private long left = length;

      @Override
      public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int from, int count) throws IOException {
        if (left == 0) {
          return count == 0 ? 0 : -1;
        }
        var n = super.read(bytes, from, (int) Math.min(count, left));
        left -= Math.max(0, n);
        return n;
      }
    };
  }
}
