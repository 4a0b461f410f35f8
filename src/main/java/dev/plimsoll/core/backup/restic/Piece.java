package dev.plimsoll.core.backup.restic;

import dev.plimsoll.core.backup.Work;

/// A piece of work by the installed restic.
///
/// @param <T> what it comes to
final class Piece<T> implements Work<T> {
  private final Doing<T> doing;
  private final Progressing progress = new Progressing();

  /// @param <T> what it comes to
  interface Doing<T> {
    T with(Progressing progress) throws InterruptedException;
  }

  Piece(Doing<T> doing) {
    this.doing = doing;
  }

  @Override
  public T run() throws InterruptedException {
    var done = doing.with(progress);
    progress.stage(Stage.DONE);
    return done;
  }

  @Override
  public Progress progress() {
    return progress.now();
  }
}
