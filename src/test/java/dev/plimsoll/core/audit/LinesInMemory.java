package dev.plimsoll.core.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A store that forgets, and that a test may tamper with.
public final class LinesInMemory implements LogStore {
  private final List<Line> lines = new ArrayList<>();

  @Override
  public synchronized LogEntry append(Function<Head, LogEntry> made) {
    var entry = made.apply(head());
    lines.add(new Line(entry.seq(), entry.line(), entry.hash()));
    return entry;
  }

  @Override
  public synchronized Head head() {
    return lines.isEmpty() ? Head.EMPTY : new Head(lines.size(), lines.getLast().hash());
  }

  @Override
  public synchronized List<Line> read(long from, int limit) {
    return lines.stream().filter(line -> line.seq() >= from).limit(limit).toList();
  }

  /// Only the first `size` lines, as an old copy would have them.
  public LinesInMemory copyOfFirst(int size) {
    var copy = new LinesInMemory();
    copy.lines.addAll(lines.subList(0, size));
    return copy;
  }

  void replace(int seq, Line line) {
    lines.set(seq, line);
  }

  void remove(int seq) {
    lines.remove(seq);
  }
}
