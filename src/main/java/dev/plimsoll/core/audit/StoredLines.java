package dev.plimsoll.core.audit;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// [ChainLines] of a store.
final class StoredLines implements ChainLines {
  private static final int PAGE = 1000;

  private final LogStore store;
  private final long expected;
  private Iterator<LogStore.Line> page = List.<LogStore.Line>of().iterator();
  private long next;

  StoredLines(LogStore store) {
    this.store = store;
    this.expected = store.head().size();
  }

  @Override
  public @Nullable RawLine next() {
    if (!page.hasNext()) {
      page = store.read(next, PAGE).iterator();
    }
    if (!page.hasNext()) {
      return null;
    }
    var line = page.next();
    next = line.seq() + 1;
    var bytes = line.text().getBytes(StandardCharsets.UTF_8);
    return new RawLine(bytes, new Stored(line.seq(), line.hash()), true);
  }

  @Override
  public long expected() {
    return expected;
  }

  @Override
  public void close() {
    page = List.<LogStore.Line>of().iterator();
  }
}
