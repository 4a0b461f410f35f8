package dev.plimsoll.core.audit;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The lines of a chain, one after another, from wherever they are kept. For one thread.
public interface ChainLines extends Closeable {
  /// The next line, or null after the last.
  @Nullable RawLine next() throws IOException;

  /// How many lines there will be, or -1 where that is not known.
  long expected();

  @Override
  void close() throws IOException;

  /// A line as it lies.
  final class RawLine {
    private final byte[] bytes;
    private final @Nullable Stored stored;
    private final boolean ended;

    /// @param bytes without the line end; kept as they are
    /// @param stored what was stored beside it, or null for a file
    /// @param ended whether a line end follows
    public RawLine(byte[] bytes, @Nullable Stored stored, boolean ended) {
      this.bytes = bytes;
      this.stored = stored;
      this.ended = ended;
    }

    /// Without the line end; not a copy.
    public byte[] bytes() {
      return bytes;
    }

    @Nullable Stored stored() {
      return stored;
    }

    public boolean ended() {
      return ended;
    }
  }

  /// @param hash lower-case hex
  record Stored(long seq, String hash) {}

  /// The lines of a stored log, read page by page.
  static ChainLines of(LogStore store) {
    return new StoredLines(store);
  }

  /// The lines of an export (JSON Lines); the file is opened when the first one is asked for.
  static ChainLines of(Path file) {
    return new JsonLines.Reader(file);
  }
}
