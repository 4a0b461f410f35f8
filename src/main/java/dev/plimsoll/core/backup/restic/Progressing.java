package dev.plimsoll.core.backup.restic;

import dev.plimsoll.core.backup.Work.Progress;
import dev.plimsoll.core.backup.Work.Stage;

/// How far a piece of work is. Written by one thread, read by any.
final class Progressing {
  private volatile Progress progress = Progress.NONE;

  Progress now() {
    return progress;
  }

  void stage(Stage stage) {
    progress = new Progress(stage, 0, 0, 0, 0, null);
  }

  void set(Progress next) {
    progress = next;
  }

  /// A status line of restic.
  void take(Stage stage, Lines.Line line) {
    progress =
        new Progress(
            stage,
            line.number("bytes_done"),
            line.number("total_bytes"),
            line.number("files_done"),
            line.number("total_files"),
            line.text("current_files"));
  }
}
