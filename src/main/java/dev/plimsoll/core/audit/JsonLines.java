package dev.plimsoll.core.audit;

import dev.plimsoll.core.trust.CanonicalJson;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A log as JSON Lines: every line as it is stored, a line feed after each.
public final class JsonLines {
  private static final int BUFFER = 256 * 1024;
  private static final int LARGE = 1024 * 1024;

  private JsonLines() {}

  /// Writes a whole log; memory does not grow with it.
  ///
  /// @return how many lines
  public static long write(LogStore store, OutputStream out) throws IOException {
    return write(store, store.head().size(), out);
  }

  /// Writes the first `size` lines: those that a checkpoint of that size covers.
  ///
  /// @return how many lines
  public static long write(LogStore store, long size, OutputStream out) throws IOException {
    var count = 0L;
    try (var lines = new StoredLines(store)) {
      for (var line = count < size ? lines.next() : null;
          line != null;
          line = count < size ? lines.next() : null) {
        out.write(line.bytes());
        out.write('\n');
        count++;
      }
    }
    return count;
  }

  /// The lines of a file. A line longer than an entry may be is cut there: it is no entry either
  /// way.
  static final class Reader implements ChainLines {
    private final Path file;
    private @Nullable InputStream in;

    Reader(Path file) {
      this.file = file;
    }

    /// The file, where it pays to read it by several threads.
    @Nullable Path large() throws IOException {
      return Files.isRegularFile(file) && Files.size(file) >= LARGE ? file : null;
    }

    @Override
    public @Nullable RawLine next() throws IOException {
      if (in == null) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
          throw new IOException("it is no file but a folder, a pipe or a device");
        }
        in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
      }
      var line = new ByteArrayOutputStream(512);
      var read = in.read();
      if (read < 0) {
        return null;
      }
      for (;
          read >= 0 && read != '\n' && line.size() <= CanonicalJson.ENTRY_MAX;
          read = in.read()) {
        line.write(read);
      }
      return new RawLine(line.toByteArray(), null, read >= 0);
    }

    @Override
    public long expected() {
      return -1;
    }

    @Override
    public void close() throws IOException {
      if (in != null) {
        in.close();
      }
    }
  }

  /// The text of a line, for a message.
  static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }
}
