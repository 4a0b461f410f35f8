package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Problem;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
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
            Spliterators.spliteratorUnknownSize(
                new Pages(0), Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .map(LogEntries::entry);
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

  /// Every entry with one of these words from `from` on, in order; what lies between is not
  /// decoded.
  public Stream<LogEntry> withWord(long from, Event... words) {
    var tails = Stream.of(words).map(word -> "\"event\":\"" + word.word() + "\"}").toList();
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(
                new Pages(from), Spliterator.ORDERED | Spliterator.NONNULL),
            false)
        .filter(line -> tails.stream().anyMatch(line.text()::endsWith))
        .map(LogEntries::entry);
  }

  /// The checkpoint of so many entries that stands in the log, the first of them.
  public Optional<Checkpoint> published(long size) {
    return checkpoints().map(Published::checkpoint).filter(it -> it.size() == size).findFirst();
  }

  /// A checkpoint that stands in the log.
  ///
  /// @param seq of its entry
  /// @param to where it went, for a person
  public record Published(long seq, String to, Checkpoint checkpoint) {}

  /// Every checkpoint that stands in the log, in order; entries that hold none are left out, a
  /// [ChainVerification] tells of them.
  public Stream<Published> checkpoints() {
    return withWord(1, Event.CHECKPOINT_PUBLISHED)
        .flatMap(entry -> {
          try {
            var checkpoint = Checkpoint.parse(String.valueOf(entry.data().get("note")));
            return Stream.of(
                new Published(entry.seq(), String.valueOf(entry.data().get("to")), checkpoint));
          } catch (Problem noCheckpoint) {
            return Stream.empty();
          }
        });
  }

  /// Which key signs the log's checkpoints, from its first entry to its last.
  ///
  /// @throws Problem where an entry cannot be read
  public KeyPeriods keys() {
    var keys = new KeyPeriods(genesis().key());
    withWord(1, Event.KEY_ROTATED)
        .forEach(entry -> keys.rotated(entry.seq(), Rotation.of(entry.data()).key()));
    return keys;
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

  private final class Pages implements Iterator<LogStore.Line> {
    private Iterator<LogStore.Line> page = List.<LogStore.Line>of().iterator();
    private long next;

    Pages(long from) {
      this.next = from;
    }

    @Override
    public boolean hasNext() {
      if (!page.hasNext()) {
        page = store.read(next, PAGE).iterator();
      }
      return page.hasNext();
    }

    @Override
    public LogStore.Line next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var line = page.next();
      next = line.seq() + 1;
      return line;
    }
  }
}
