package dev.plimsoll.core.check.process;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/// Reads one stream of a program to its end, into memory and to whoever watches.
final class OutputPump {
  private static final int KEPT_OF_EACH_END = 8 * 1024 * 1024;

  private final InputStream stream;
  private final KeptBytes kept = new KeptBytes(KEPT_OF_EACH_END);
  private final LineSplitter lines;
  private final Thread thread;

  OutputPump(String name, InputStream stream, LiveLines live) {
    this.stream = stream;
    this.lines = new LineSplitter(line -> live.add(name, line));
    // A platform thread: a read from a pipe that somebody holds open cannot be interrupted.
    this.thread = Thread.ofPlatform().daemon().name("output " + name).start(this::pump);
  }

  private void pump() {
    var bytes = new byte[1 << 16];
    try {
      var count = stream.read(bytes);
      while (count >= 0) {
        kept.add(bytes, count);
        lines.add(bytes, count);
        count = stream.read(bytes);
      }
    } catch (IOException closed) {
      // the program is gone; what was read until now is what there is
    }
    lines.end();
  }

  /// Whether the end of the stream was reached within `patience`.
  boolean ended(Duration patience) throws InterruptedException {
    return thread.join(patience);
  }

  Output output() {
    return kept.output();
  }
}
