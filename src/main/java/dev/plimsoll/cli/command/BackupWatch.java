package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.act.Words;
import dev.plimsoll.core.model.Problem;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Long work with a person before the terminal: what is done, how fast, how long still. Where no
/// person sees it, nothing is said. Ctrl-C stops the work, which then leaves nothing half-made.
final class BackupWatch {
  private static final long BETWEEN_MILLIS = 250;
  private static final long PATIENCE_SECONDS = 60;
  private static final double NANOS = 1e9;
  private static final double LONG_ENOUGH = 0.5;

  private final Invocation invocation;

  BackupWatch(Invocation invocation) {
    this.invocation = invocation;
  }

  /// @return what it came to, or empty where the person stopped it
  <T> Optional<T> run(Work<T> work) {
    var task = new FutureTask<>(work::run);
    var told = new CountDownLatch(1);
    var thread = Thread.ofPlatform().name("plimsoll-backup").daemon().start(task);
    Runnable stop =
        () -> {
          thread.interrupt();
          await(told);
        };
    try (var _ = invocation.surroundings().interruption().ending(ExitCode.STOPPED, stop)) {
      return watched(work, task);
    } catch (ExecutionException failed) {
      return switch (failed.getCause()) {
        case InterruptedException _ -> {
          invocation.err().line(Tone.CAUTION, "Stopped; nothing half-made is left.");
          yield Optional.empty();
        }
        case Problem problem -> throw problem;
        case RuntimeException defect -> throw defect;
        case null, default -> throw new IllegalStateException(failed.getCause());
      };
    } finally {
      told.countDown();
    }
  }

  private <T> Optional<T> watched(Work<T> work, FutureTask<T> task) throws ExecutionException {
    var shows = invocation.surroundings().streams().terminal() && !invocation.isJson();
    var began = System.nanoTime();
    var stage = Work.Stage.WAITING;
    try {
      while (true) {
        try {
          return Optional.ofNullable(task.get(BETWEEN_MILLIS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException goesOn) {
          var progress = work.progress();
          if (progress.stage() != stage) {
            stage = progress.stage();
            began = System.nanoTime();
          }
          if (shows) {
            show(line(progress, Duration.ofNanos(System.nanoTime() - began)));
          }
        }
      }
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      if (shows) {
        show("");
      }
    }
  }

  private void show(String text) {
    var stream = invocation.err().stream();
    stream.print("\r" + text + "\u001b[K");
    stream.flush();
  }

  /// `Saving, 12 of 40 files, 310.2 MB, 155.1 MB a second, 40 %, 3 s left`
  static String line(Work.Progress progress, Duration spent) {
    var line = new StringBuilder(progress.stage().words());
    if (progress.totalFiles() > 0) {
      line.append(", ").append(progress.files()).append(" of ").append(progress.totalFiles());
      line.append(progress.totalFiles() == 1 ? " file" : " files");
    }
    if (progress.bytes() > 0) {
      line.append(", ").append(Words.bytes(progress.bytes()));
      var seconds = spent.toNanos() / NANOS;
      if (seconds > LONG_ENOUGH) {
        line.append(", ").append(Words.bytes((long) (progress.bytes() / seconds)));
        line.append(" a second");
        if (progress.totalBytes() > 0) {
          var share = Math.min(1.0, (double) progress.bytes() / progress.totalBytes());
          line.append(
              String.format(
                  Locale.ROOT, ", %.0f %%, %.0f s left", share * 100, seconds / share - seconds));
        }
      }
    }
    return line.toString();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return; // it does not stop; what it leaves is cleaned up by the next one
      }
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }
}
