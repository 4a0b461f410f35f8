package dev.plimsoll.core.audit.picture;

import dev.plimsoll.core.audit.LogStore;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lines of a chain as texts, one after another. For one thread.
interface PictureLines extends Closeable {
  /// The next line without its end, or null after the last. Of a line that is longer than an entry
  /// may be only the beginning.
  @Nullable String next() throws IOException;

  static PictureLines of(LogStore store) {
    return new Stored(store);
  }

  static PictureLines of(Path file) throws IOException {
    return new InFile(Files.newInputStream(file));
  }

  /// Page by page.
  final class Stored implements PictureLines {
    private static final int PAGE = 1000;
    private final LogStore store;
    private Iterator<LogStore.Line> page = List.<LogStore.Line>of().iterator();
    private long next;

    Stored(LogStore store) {
      this.store = store;
    }

    @Override
    public @Nullable String next() {
      if (!page.hasNext()) {
        page = store.read(next, PAGE).iterator();
      }
      if (!page.hasNext()) {
        return null;
      }
      var line = page.next();
      next = line.seq() + 1;
      return line.text();
    }

    @Override
    public void close() {
      page = List.<LogStore.Line>of().iterator();
    }
  }

  /// Line by line.
  final class InFile implements PictureLines {
    private static final int LONGEST = 64 * 1024;
    private static final int BUFFER = 128 * 1024;
    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(1024);

    InFile(InputStream in) {
      this.in = new BufferedInputStream(in, BUFFER);
    }

    @Override
    public @Nullable String next() throws IOException {
      line.reset();
      var read = in.read();
      if (read < 0) {
        return null;
      }
      for (; read >= 0 && read != '\n'; read = in.read()) {
        if (line.size() < LONGEST) {
          line.write(read);
        }
      }
      return line.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
