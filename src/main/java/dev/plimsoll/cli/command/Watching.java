package dev.plimsoll.cli.command;

import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.foreign.ForeignVerdict;
import dev.plimsoll.core.audit.foreign.ForeignVerification;
import dev.plimsoll.core.audit.foreign.Progress;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A verification with a person before the terminal: how far it is, how fast, how long still, and
/// Ctrl-C.
final class Watching {
  private static final long BETWEEN_MILLIS = 250;
  private static final long PATIENCE_MILLIS = 10_000;
  private static final long MILLION = 1_000_000;
  private static final double NANOS = 1e9;

  private final Invocation invocation;

  Watching(Invocation invocation) {
    this.invocation = invocation;
  }

  /// @param tell given the verdict, or nothing where the person stopped it; done before the process
  ///   ends
  <T> T run(
      ForeignVerification verification, Function<Optional<ForeignVerdict>, ? extends T> tell) {
    return run(verification::run, verification::progress, tell);
  }

  /// The same for a log of our own.
  <T> T run(ChainVerification verification, Function<Optional<ChainVerdict>, ? extends T> tell) {
    return run(
        verification::run, () -> new Progress(verification.progress().entries(), 0, -1), tell);
  }

  private <V, T> T run(
      Supplier<V> work, Supplier<Progress> progress, Function<Optional<V>, ? extends T> tell) {
    var verdict = new AtomicReference<@Nullable V>();
    var failure = new AtomicReference<@Nullable Throwable>();
    var ended = new CountDownLatch(1);
    var told = new CountDownLatch(1);
    var stopped = new AtomicBoolean();
    var thread =
        Thread.ofPlatform()
            .name("plimsoll-verifies")
            .daemon()
            .start(() -> {
              try {
                verdict.set(work.get());
              } catch (RuntimeException | Error e) { // told below, or nobody would ever be
                failure.set(e);
              } finally {
                ended.countDown();
              }
            });
    Runnable stop =
        () -> {
          stopped.set(true);
          thread.interrupt();
          await(told, PATIENCE_MILLIS);
        };
    try (var _ = invocation.surroundings().interruption().ending(ExitCode.OPEN, stop)) {
      watch(progress, ended);
      var broken = failure.get();
      if (broken != null) {
        throw new IllegalStateException("the verification itself failed: " + broken, broken);
      }
      return tell.apply(stopped.get() ? Optional.empty() : Optional.ofNullable(verdict.get()));
    } finally {
      told.countDown();
    }
  }

  private void watch(Supplier<Progress> progress, CountDownLatch ended) {
    var shows = invocation.surroundings().streams().terminal() && !invocation.isJson();
    var began = System.nanoTime();
    var shown = false;
    while (!await(ended, BETWEEN_MILLIS)) {
      if (shows) {
        shown = true;
        show(line(progress.get(), Duration.ofNanos(System.nanoTime() - began)));
      }
    }
    if (shown) {
      show("");
    }
  }

  private void show(String text) {
    var stream = invocation.err().stream();
    stream.print("\r" + text + "\u001b[K");
    stream.flush();
  }

  /// `12,400,000 entries, 2.1 million a second, 40 %, 6 s left`
  static String line(Progress progress, Duration spent) {
    var line = new StringBuilder(String.format(Locale.ROOT, "%,d entries", progress.entries()));
    var seconds = spent.toNanos() / NANOS;
    if (seconds > 0.5 && progress.entries() > 0) {
      var rate = progress.entries() / seconds;
      line.append(
          rate >= MILLION
              ? String.format(Locale.ROOT, ", %.1f million a second", rate / MILLION)
              : String.format(Locale.ROOT, ", %,.0f a second", rate));
      if (progress.totalBytes() > 0 && progress.bytes() > 0) {
        var share = Math.min(1.0, (double) progress.bytes() / progress.totalBytes());
        line.append(
            String.format(
                Locale.ROOT, ", %.0f %%, %.0f s left", share * 100, seconds / share - seconds));
      }
    }
    return line.toString();
  }

  private static boolean await(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
