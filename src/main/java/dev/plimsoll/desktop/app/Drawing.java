package dev.plimsoll.desktop.app;

import dev.plimsoll.core.model.ChainPicture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One reading of a chain for its picture, with the thread that does it, so that it can be ended.
/// Thread-safe.
final class Drawing {
  private final Supplier<ChainPicture> reading;
  private @Nullable Thread thread;
  private boolean stopped;

  /// @param reading ends early where its thread is interrupted
  Drawing(Supplier<ChainPicture> reading) {
    this.reading = reading;
  }

  /// Does it on this thread.
  ///
  /// @throws InterruptedException where it was stopped: what was read so far is no picture
  ChainPicture run() throws InterruptedException {
    synchronized (this) {
      endHere();
      thread = Thread.currentThread();
    }
    try {
      var picture = reading.get();
      endHere();
      return picture;
    } finally {
      synchronized (this) {
        thread = null;
        if (stopped) {
          // the interrupt was for the reading, whatever runs on this thread next
          Thread.interrupted();
        }
      }
    }
  }

  private synchronized void endHere() throws InterruptedException {
    if (stopped) {
      throw new InterruptedException();
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
