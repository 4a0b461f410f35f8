package dev.plimsoll.desktop.task;

import dev.plimsoll.core.model.Problem;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Carries work away from the window's thread and its conclusion back to it.
///
/// Of `then` and `otherwise` exactly one is called, exactly once, through the `ui` executor. In
/// production `background` starts a virtual thread per task and `ui` is the JavaFX thread; in a
/// test both may be `Runnable::run`, and everything has happened when [#run] returns. Thread-safe.
public final class TaskRunner {
  private final Executor background;
  private final Executor ui;

  public TaskRunner(Executor background, Executor ui) {
    this.background = background;
    this.ui = ui;
  }

  /// Virtual threads and the JavaFX thread.
  public static TaskRunner ofWindow() {
    var factory = Thread.ofVirtual().name("plimsoll-window-", 0).factory();
    return new TaskRunner(Executors.newThreadPerTaskExecutor(factory), windowThread());
  }

  /// Runs on the JavaFX thread: at once when the caller is on it, later otherwise.
  public static Executor windowThread() {
    return task -> {
      if (Platform.isFxApplicationThread()) {
        task.run();
      } else {
        Platform.runLater(task);
      }
    };
  }

  /// Something that takes time and may fail.
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    T run() throws Exception;
  }

  /// Something that takes time, may fail, and leaves nothing to show.
  @FunctionalInterface
  public interface Act {
    void run() throws Exception;
  }

  /// @param then gets what `work` returned
  /// @param otherwise gets what went wrong, in words for a person
  @SuppressWarnings("CatchingUnchecked") // whatever goes wrong reaches the person as a sentence
  public <T extends @Nullable Object> void run(
      Work<T> work, Consumer<? super T> then, Consumer<Problem> otherwise) {
    background.execute(() -> {
      T made;
      try {
        made = work.run();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        ui.execute(() -> otherwise.accept(Unexpected.asProblem(stopped)));
        return;
      } catch (Exception trouble) {
        ui.execute(() -> otherwise.accept(Unexpected.asProblem(trouble)));
        return;
      }
      ui.execute(() -> then.accept(made));
    });
  }

  /// As [#run(Work, Consumer, Consumer)] for work that returns nothing.
  public void act(Act act, Runnable then, Consumer<Problem> otherwise) {
    run(
        () -> {
          act.run();
          return Boolean.TRUE;
        },
        _ -> then.run(),
        otherwise);
  }

  /// Runs on the window's thread, after everything that was handed to it before.
  public void onWindow(Runnable task) {
    ui.execute(task);
  }
}
