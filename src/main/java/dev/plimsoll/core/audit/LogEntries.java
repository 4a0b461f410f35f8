package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Problem;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads the entries of a log, whoever may write it. Reading believes what is stored: only a
/// [ChainVerification] proves it. Thread-safe where its store is.
public final class LogEntries {
  private static final int PAGE = 500;

  private final LogStore store;

  public LogEntries(LogStore store) {
    this.store = store;
  }

  /// At most `limit` entries from sequence number `from`, in order.
  ///
  /// @throws Problem where a stored line is no entry
  public List<LogEntry> entries(long from, int limit) {
    return store.read(from, limit).stream().map(LogEntries::entry).toList();
  }

  /// Every entry, in order, read page by page: memory does not grow with the log. Entries that are
  /// appended meanwhile are met as well.
  public Stream<LogEntry> all() {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(new Pages(), Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }

  public LogStore.Head head() {
    return store.head();
  }

  /// What the log says of itself in entry 0.
  ///
  /// @throws Problem where it has no entry, or entry 0 is no `log.created`
  public Genesis genesis() {
    var first = entries(0, 1);
    if (first.isEmpty()) {
      throw Problem.of(
          "Audit log not readable",
          "It has no entry, not even the one that names it.",
          "Record something first, or give the history that holds the log.");
    }
    return Genesis.of(first.getFirst());
  }

  private static LogEntry entry(LogStore.Line line) {
    try {
      return EntryLine.read(line);
    } catch (NotAnEntry e) {
      throw Problem.of(
          "Audit log not readable",
          "Entry " + line.seq() + " is not an entry: " + e.reason() + ".",
          "Run `plimsoll audit verify` to see what is whole, then restore the history from a"
              + " backup.",
          e);
    }
  }

  private final class Pages implements Iterator<LogEntry> {
    private Iterator<LogEntry> page = List.<LogEntry>of().iterator();
    private long next;

    @Override
    public boolean hasNext() {
      if (!page.hasNext()) {
        page = entries(next, PAGE).iterator();
      }
      return page.hasNext();
    }

    @Override
    public LogEntry next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var entry = page.next();
      next = entry.seq() + 1;
      return entry;
    }
  }
}
