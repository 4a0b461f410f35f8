package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.check.Tap;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// A long verification with somebody who watches: says every few seconds how far it is, and stops
/// it for its time or when the step is cancelled.
///
/// @param limit the longest it may take
record Watched(Tap tap, Duration limit) {
  private static final Duration BETWEEN = Duration.ofSeconds(3);

  /// @param work ends soon after its thread was interrupted
  /// @param entries how many were checked so far
  /// @return what the work gave, or empty where it took too long
  <T> Optional<T> run(Supplier<T> work, LongSupplier entries) throws InterruptedException {
    var task = new FutureTask<>(work::get);
    var thread = Thread.ofVirtual().name("plimsoll-chain").start(task);
    var deadline = System.nanoTime() + limit.toNanos();
    try {
      while (true) {
        var left = deadline - System.nanoTime();
        if (left <= 0) {
          return Optional.empty();
        }
        try {
          return Optional.of(task.get(Math.min(left, BETWEEN.toNanos()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException goesOn) {
          tap.line("note", String.format(Locale.ROOT, "%,d entries checked", entries.getAsLong()));
        }
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } finally {
      thread.interrupt();
      thread.join();
    }
  }
}
