package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.Work.Progress;
import dev.plimsoll.core.backup.Work.Stage;
import dev.plimsoll.core.backup.archive.Watcher;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// How far a piece of work is. Written by the work's threads, read by any.
final class Gauge implements Watcher {
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong files = new AtomicLong();
  private volatile Goal goal = new Goal(Stage.WAITING, 0, 0);
  private volatile @Nullable String current;
  private volatile @Nullable Consumer<String> watcher;

  private record Goal(Stage stage, long bytes, long files) {}

  /// For tests that stop or kill it at a point: told of each stage, `SAVING`, and of each file in
  /// it, `SAVING data/app.db`.
  void watchedBy(Consumer<String> other) {
    watcher = other;
  }

  /// Tells the watcher of a point, where there is one.
  void at(String point) {
    var told = watcher;
    if (told != null) {
      told.accept(point);
    }
  }

  void begin(Stage stage, long totalBytes, long totalFiles) {
    bytes.set(0);
    files.set(0);
    current = null;
    goal = new Goal(stage, totalBytes, totalFiles);
    at(stage.name());
  }

  void begin(Stage stage) {
    begin(stage, 0, 0);
  }

  @Override
  public void passed(String path, long passed) {
    bytes.addAndGet(passed);
    if (!path.equals(current)) {
      current = path;
      files.incrementAndGet();
      at(goal.stage + " " + path);
    }
  }

  Progress progress() {
    var at = goal;
    return new Progress(
        at.stage,
        at.bytes == 0 ? bytes.get() : Math.min(bytes.get(), at.bytes),
        at.bytes,
        at.files == 0 ? files.get() : Math.min(files.get(), at.files),
        at.files,
        current);
  }
}
