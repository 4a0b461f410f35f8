package dev.plimsoll.core.run;

import java.util.ArrayDeque;
import java.util.List;

/// Keeps the last lines of what a step prints, and a picture of the responses it gets. Thread-safe.
final class LiveOutput {
  static final int KEPT = 2_000;

  private final ArrayDeque<Output.Line> lines = new ArrayDeque<>();
  private final LiveSamples samples = new LiveSamples();
  private long total;

  synchronized void add(String stream, String text) {
    if (lines.size() == KEPT) {
      lines.removeFirst();
    }
    lines.addLast(new Output.Line(stream, text));
    total++;
  }

  LiveSamples samples() {
    return samples;
  }

  synchronized Output snapshot() {
    return new Output(total, List.copyOf(lines), samples.snapshot());
  }
}
