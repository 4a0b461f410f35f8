package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.backup.Work;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Work that is only put together when it is begun, because that reads files.
///
/// @param <T> what it comes to
final class Deferred<T> implements Work<T> {
  private final Supplier<? extends Work<T>> of;
  private volatile @Nullable Work<T> begun;

  Deferred(Supplier<? extends Work<T>> of) {
    this.of = of;
  }

  @Override
  public T run() throws InterruptedException {
    var work = of.get();
    begun = work;
    return work.run();
  }

  @Override
  public Progress progress() {
    var work = begun;
    return work == null ? Progress.NONE : work.progress();
  }
}
