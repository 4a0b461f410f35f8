package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Surroundings.Interruption;
import dev.plimsoll.core.run.RunSession;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/// What Ctrl-C does to a run: everything that runs is stopped with its whole tree of processes, the
/// run is paused, and the walk ends.
final class Stop {
  private final AtomicBoolean asked = new AtomicBoolean();
  private final CountDownLatch done = new CountDownLatch(1);

  Interruption.Guard guard(Interruption interruption, RunSession session, Runnable tell) {
    return interruption.then(() -> {
      asked.set(true);
      try {
        session.close();
        tell.run();
      } finally {
        done.countDown();
      }
    });
  }

  /// Whether the walk is over; returns once the run is paused then.
  boolean isAsked() throws InterruptedException {
    if (!asked.get()) {
      return false;
    }
    done.await();
    return true;
  }
}
