package dev.plimsoll.core.backup.restore;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Does something to its end although the thread is asked to stop: an interrupt would close files
/// while they are being exchanged. The wish to stop is not forgotten.
final class Uninterrupted {
  private Uninterrupted() {}

  interface Deed {
    void run() throws IOException, InterruptedException;
  }

  static void run(Deed deed) throws IOException {
    var task =
        new FutureTask<Void>(() -> {
          deed.run();
          return null;
        });
    var thread = Thread.ofPlatform().name("files put in place").start(task);
    var stopped = false;
    while (true) {
      try {
        thread.join();
        task.get();
        return;
      } catch (InterruptedException later) {
        stopped = true;
      } catch (ExecutionException failed) {
        switch (failed.getCause()) {
          case IOException io -> throw io;
          case RuntimeException defect -> throw defect;
          case null, default -> throw new IllegalStateException("could not be done", failed);
        }
      } finally {
        if (stopped && !thread.isAlive()) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }
}
