package dev.plimsoll.core.backup.restic;

/// Stops a program as soon as the thread that reads what it writes is interrupted: a read of a pipe
/// does not end by itself.
final class Stopper implements AutoCloseable {
  private static final long LOOK_MILLIS = 100;

  private final Thread watcher;
  private volatile boolean stopped;
  private volatile boolean closed;

  Stopper(Thread reader, Process process) {
    watcher =
        Thread.ofVirtual()
            .start(() -> {
              while (!closed && process.isAlive()) {
                if (reader.isInterrupted()) {
                  stopped = true;
                  process.destroy();
                  return;
                }
                try {
                  Thread.sleep(LOOK_MILLIS);
                } catch (InterruptedException ends) {
                  return;
                }
              }
            });
  }

  boolean isStopped() {
    return stopped;
  }

  @Override
  public void close() {
    closed = true;
    watcher.interrupt();
  }
}
