package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One look at what a restore would change, with the thread that looks, so that it can be stopped.
/// Thread-safe but for its pace, which is the window's thread's.
final class Comparing {
  private final Work<RestoreOffer> work;
  private final Instant startedOn;
  private final Trail trail = new Trail(List.of());
  private @Nullable Thread thread;
  private boolean stopped;

  Comparing(Work<RestoreOffer> work, Instant startedOn) {
    this.work = work;
    this.startedOn = startedOn;
  }

  Pace pace(Instant now) {
    var progress = work.progress();
    trail.look(progress, now);
    return new Pace(progress, Duration.between(startedOn, now), trail.inStage(now));
  }

  /// Does it on this thread.
  ///
  /// @return empty where it was stopped
  Optional<RestoreOffer> run() throws InterruptedException {
    synchronized (this) {
      if (stopped) {
        return Optional.empty();
      }
      thread = Thread.currentThread();
    }
    try {
      return Optional.of(work.run());
    } catch (InterruptedException asked) {
      if (isStopped()) {
        return Optional.empty();
      }
      throw asked;
    } finally {
      synchronized (this) {
        thread = null;
        if (stopped) {
          // the interrupt was for this look, whatever runs on this thread next
          Thread.interrupted();
        }
      }
    }
  }

  private synchronized boolean isStopped() {
    return stopped;
  }

  /// Asks it to end.
  synchronized void stop() {
    stopped = true;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
