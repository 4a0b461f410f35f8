package dev.plimsoll.desktop.task;

import java.time.Duration;

/// Calls back a few times a second, so that a page can look at an immutable snapshot instead of
/// being told of every line.
public interface Ticker {
  /// Calls `beat` on the window's thread about every `period` until the beat is closed; the first
  /// call comes after one period. A call is left out while the one before has not run yet. After
  /// [Beat#close], made on the window's thread, no call comes.
  Beat every(Duration period, Runnable beat);

  /// A running beat.
  interface Beat extends AutoCloseable {
    @Override
    void close();
  }
}
