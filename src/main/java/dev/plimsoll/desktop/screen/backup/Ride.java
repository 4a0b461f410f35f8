package dev.plimsoll.desktop.screen.backup;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.model.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// One act under way, with the thread that does it, so that it can be stopped. It belongs to the
/// window, not to a page. Thread-safe but for its trail, which is the window's thread's.
final class Ride {
  private final SetChoice set;
  private final Act act;
  private final Work<Ended> work;
  private final Instant startedOn;
  private final Trail trail;
  private final CountDownLatch over = new CountDownLatch(1);
  private @Nullable Thread thread;
  private boolean stopped;

  /// How it came to its end.
  sealed interface Over {
    record Done(Ended ended) implements Over {}

    record Failed(Problem problem) implements Over {}

    /// A person stopped it; nothing half-made stayed.
    record Stopped() implements Over {}
  }

  Ride(SetChoice set, Act act, Work<Ended> work, Instant startedOn) {
    this.set = set;
    this.act = act;
    this.work = work;
    this.startedOn = startedOn;
    this.trail = new Trail(act.stages());
  }

  SetChoice set() {
    return set;
  }

  Act act() {
    return act;
  }

  Trail trail() {
    return trail;
  }

  /// Looks at the work.
  Pace pace(Instant now) {
    var progress = work.progress();
    trail.look(progress, now);
    return new Pace(progress, Duration.between(startedOn, now), trail.inStage(now));
  }

  synchronized boolean isStopping() {
    return stopped;
  }

  /// Does it on this thread.
  Over run() {
    synchronized (this) {
      if (stopped) {
        over.countDown();
        return new Over.Stopped();
      }
      thread = Thread.currentThread();
    }
    try {
      return new Over.Done(work.run());
    } catch (InterruptedException asked) {
      return new Over.Stopped();
    } catch (Problem problem) {
      return new Over.Failed(problem);
    } finally {
      synchronized (this) {
        thread = null;
        if (stopped) {
          // the interrupt was for this work, whatever runs on this thread next
          Thread.interrupted();
        }
      }
      over.countDown();
    }
  }

  /// Asks it to end.
  synchronized void stop() {
    stopped = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  /// Waits until it has ended.
  ///
  /// @return whether it did in time
  boolean awaitOver(Duration patience) throws InterruptedException {
    return over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }
}
