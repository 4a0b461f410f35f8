package dev.plimsoll.desktop.app;

import dev.plimsoll.core.backup.Work;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A piece of work that is put together only when it begins, on the thread that does it.
///
/// @param <S> what the work itself comes to
/// @param <T> what is made of it
final class LazyWork<S, T> implements Work<T> {
  private final Supplier<Work<S>> making;
  private final Function<S, T> told;
  private volatile @Nullable Work<S> made;

  LazyWork(Supplier<Work<S>> making, Function<S, T> told) {
    this.making = making;
    this.told = told;
  }

  @Override
  public T run() throws InterruptedException {
    var work = making.get();
    made = work;
    return told.apply(work.run());
  }

  @Override
  public Progress progress() {
    var work = made;
    return work == null ? Progress.NONE : work.progress();
  }
}
