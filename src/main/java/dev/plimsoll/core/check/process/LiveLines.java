package dev.plimsoll.core.check.process;

import dev.plimsoll.core.check.Tap;
import dev.plimsoll.core.model.Plural;
import java.util.ArrayDeque;

/// Hands lines to whoever watches without ever making the program wait for them: when lines come
/// faster than they are taken, the oldest are dropped and counted.
final class LiveLines {
  private static final int MOST_WAITING = 2_000;

  private record Line(String stream, String text) {}

  private final Tap tap;
  private final ArrayDeque<Line> waiting = new ArrayDeque<>();
  private final Thread hand;
  private long dropped;
  private boolean closed;

  LiveLines(Tap tap) {
    this.tap = tap;
    this.hand = Thread.ofVirtual().name("live output").start(this::handOver);
  }

  synchronized void add(String stream, String text) {
    if (closed) {
      return;
    }
    if (waiting.size() == MOST_WAITING) {
      waiting.removeFirst();
      dropped++;
    }
    waiting.addLast(new Line(stream, text));
    notifyAll();
  }

  private void handOver() {
    while (true) {
      Line next;
      synchronized (this) {
        while (waiting.isEmpty() && !closed) {
          try {
            wait();
          } catch (InterruptedException stop) {
            return;
          }
        }
        if (waiting.isEmpty()) {
          return;
        }
        next =
            dropped > 0
                ? new Line("note", "[" + Plural.of(dropped, "line") + " not shown]")
                : waiting.removeFirst();
        dropped = 0;
      }
      tap.line(next.stream(), next.text());
    }
  }

  /// Returns when every line that was added has been handed over.
  void finish() throws InterruptedException {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    hand.join();
  }
}
