package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.trust.CanonicalJson;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The lines of `audit.jsonl`, shown to somebody on their way. A line longer than an entry may be
/// is cut there: it is no entry either way.
final class WatchedLines implements ChainLines {
  private static final int BUFFER = 256 * 1024;

  private final InputStream in;
  private final Consumer<byte[]> watcher;

  WatchedLines(InputStream in, Consumer<byte[]> watcher) {
    this.in = new BufferedInputStream(in, BUFFER);
    this.watcher = watcher;
  }

  @Override
  public @Nullable RawLine next() throws IOException {
    var line = new ByteArrayOutputStream(512);
    var read = in.read();
    if (read < 0) {
      return null;
    }
    for (; read >= 0 && read != '\n' && line.size() <= CanonicalJson.ENTRY_MAX; read = in.read()) {
      line.write(read);
    }
    var bytes = line.toByteArray();
    watcher.accept(bytes);
    return new RawLine(bytes, null, read >= 0);
  }

  @Override
  public long expected() {
    return -1;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
