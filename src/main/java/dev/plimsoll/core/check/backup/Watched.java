package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.act.Words;
import dev.plimsoll.core.check.Tap;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Long work with somebody who watches: says every few seconds how far it is, and stops it for its
/// time or when the step is cancelled. What is stopped leaves nothing half-made.
///
/// @param limit the longest it may take
record Watched<T>(Tap tap, Duration limit) {
  private static final Duration BETWEEN = Duration.ofSeconds(3);

  /// @return what the work gave, or empty where it took too long
  Optional<T> run(Work<T> work) throws InterruptedException {
    var task = new FutureTask<>(work::run);
    var thread = Thread.ofPlatform().name("plimsoll-backup").daemon().start(task);
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
          tap.line("note", words(work.progress()));
        }
      }
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case Problem problem -> throw problem;
        case InterruptedException stopped -> throw stopped;
        case RuntimeException defect -> throw defect;
        case null, default -> throw new IllegalStateException(failed.getCause());
      }
    } finally {
      // An interrupt of ours stops the work; it is only left when it has cleaned up.
      thread.interrupt();
      joined(thread);
    }
  }

  private static void joined(Thread thread) {
    var interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static String words(Work.Progress progress) {
    var words = new StringBuilder(progress.stage().words());
    if (progress.totalFiles() > 0) {
      words.append(", ").append(progress.files()).append(" of ");
      words.append(Plural.of(progress.totalFiles(), "file"));
    }
    if (progress.bytes() > 0) {
      words.append(", ").append(Words.bytes(progress.bytes()));
    }
    return words.toString();
  }
}
