package dev.plimsoll.desktop.task;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// The [Ticker] of the running program: one daemon thread that knocks, the work is done on the
/// window's thread.
public final class WindowTicker implements Ticker, AutoCloseable {
  private final Executor ui;
  private final ScheduledExecutorService knocks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("plimsoll-ticker").factory());

  public WindowTicker(Executor ui) {
    this.ui = ui;
  }

  @Override
  public Beat every(Duration period, Runnable beat) {
    var stopped = new AtomicBoolean();
    var pending = new AtomicBoolean();
    Runnable knock =
        () -> {
          if (!stopped.get() && pending.compareAndSet(false, true)) {
            ui.execute(() -> {
              pending.set(false);
              if (!stopped.get()) {
                beat.run();
              }
            });
          }
        };
    var millis = period.toMillis();
    var running = knocks.scheduleWithFixedDelay(knock, millis, millis, TimeUnit.MILLISECONDS);
    return () -> {
      stopped.set(true);
      running.cancel(false);
    };
  }

  @Override
  public void close() {
    knocks.shutdownNow();
  }
}
