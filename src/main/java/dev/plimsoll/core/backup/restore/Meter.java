package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.Work;
import dev.plimsoll.core.backup.Work.Progress;
import dev.plimsoll.core.backup.Work.Stage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Counts what is done, for whoever asks from another thread, and tells a listener of every point
/// that is reached. Thread-safe.
final class Meter {
  private final Consumer<String> points;
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong files = new AtomicLong();
  private volatile Stage stage = Stage.WAITING;
  private volatile long totalBytes;
  private volatile long totalFiles;
  private volatile @Nullable String current;
  private volatile @Nullable Work<?> inner;

  /// @param points is told of each point on the working thread, before it goes on
  Meter(Consumer<String> points) {
    this.points = points;
  }

  Progress progress() {
    var other = inner;
    if (other != null) {
      var its = other.progress();
      return new Progress(
          stage, its.bytes(), its.totalBytes(), its.files(), its.totalFiles(), its.current());
    }
    return new Progress(stage, bytes.get(), totalBytes, files.get(), totalFiles, current);
  }

  void stage(Stage next, long allBytes, long allFiles) {
    bytes.set(0);
    files.set(0);
    totalBytes = allBytes;
    totalFiles = allFiles;
    current = null;
    stage = next;
    points.accept(next.name());
  }

  /// As far as another work is, while it runs.
  void through(Work<?> work) throws InterruptedException {
    inner = work;
    try {
      work.run();
    } finally {
      inner = null;
    }
  }

  void at(String path) {
    current = path;
    files.incrementAndGet();
  }

  void add(long count) {
    bytes.addAndGet(count);
  }

  /// Somewhere within a stage.
  void point(String name) {
    points.accept(name);
  }
}
