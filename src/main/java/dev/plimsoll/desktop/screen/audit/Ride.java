package dev.plimsoll.desktop.screen.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One verification under way, with the thread that does it, so that it can be stopped.
/// Thread-safe.
final class Ride {
  private final Verifying verifying;
  private final Instant startedOn;
  private @Nullable Thread thread;
  private boolean stopped;

  Ride(Verifying verifying, Instant startedOn) {
    this.verifying = verifying;
    this.startedOn = startedOn;
  }

  Instant startedOn() {
    return startedOn;
  }

  Verifying.Progress progress() {
    return verifying.progress();
  }

  /// Does it on this thread.
  Conclusion run() {
    synchronized (this) {
      if (stopped) {
        return Conclusion.couldNotTell("It was stopped before it began.");
      }
      thread = Thread.currentThread();
    }
    try {
      return verifying.run();
    } finally {
      synchronized (this) {
        thread = null;
        if (stopped) {
          // the interrupt was for the verification, whatever runs on this thread next
          Thread.interrupted();
        }
      }
    }
  }

  /// Ends it as soon as its thread looks up.
  synchronized void stop() {
    stopped = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
