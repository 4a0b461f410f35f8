package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.backup.Work;

/// Short work of one stage.
///
/// @param <T> what it comes to
final class Later<T> implements Work<T> {
  private final Stage stage;
  private final Doing<T> doing;
  private volatile Progress progress = Progress.NONE;

  /// @param <T> what it comes to
  interface Doing<T> {
    T now() throws InterruptedException;
  }

  Later(Stage stage, Doing<T> doing) {
    this.stage = stage;
    this.doing = doing;
  }

  @Override
  public T run() throws InterruptedException {
    progress = new Progress(stage, 0, 0, 0, 0, null);
    var done = doing.now();
    progress = new Progress(Stage.DONE, 0, 0, 0, 0, null);
    return done;
  }

  @Override
  public Progress progress() {
    return progress;
  }
}
