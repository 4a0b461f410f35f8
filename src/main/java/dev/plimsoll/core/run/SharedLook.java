package dev.plimsoll.core.run;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A costly look at the world that many ask for at the same time. Whoever asks is given a look that
/// began after the question; those who ask while another look is going share the next one.
/// Thread-safe.
final class SharedLook<T> {
  private final Supplier<T> source;
  private final ReentrantLock looking = new ReentrantLock(true);
  private @Nullable FutureTask<T> next;

  SharedLook(Supplier<T> source) {
    this.source = source;
  }

  T get() {
    FutureTask<T> mine;
    var isFirst = false;
    synchronized (this) {
      if (next == null) {
        next = new FutureTask<>(source::get);
        isFirst = true;
      }
      mine = next;
    }
    if (isFirst) {
      looking.lock();
      try {
        synchronized (this) {
          next = null; // whoever asks from here on asks after it began
        }
        mine.run();
      } finally {
        looking.unlock();
      }
    }
    return awaited(mine);
  }

  private static <T> T awaited(FutureTask<T> look) {
    var interrupted = false;
    try {
      while (true) {
        try {
          return look.get();
        } catch (InterruptedException later) {
          interrupted = true;
        } catch (ExecutionException failed) {
          throw failed.getCause() instanceof RuntimeException cause
              ? cause
              : new IllegalStateException(failed);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
