package dev.plimsoll.core.run;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes one process the owner of a run. The operating system lets go of a lock when the process
/// ends, however it ends.
///
/// One object per process and folder: closing *any* channel on a file drops all locks that the
/// process has on it (POSIX), so a file that is owned here is never opened a second time.
/// Thread-safe.
public final class RunLocks {
  private static final int TRIES = 4;
  private static final long PAUSE_MILLIS = 50;

  private final Path folder;
  private final Map<String, FileChannel> owned = new HashMap<>();

  /// @param folder where lock files lie; made when first needed
  public RunLocks(Path folder) {
    this.folder = folder;
  }

  /// Something owned until it is closed.
  public final class Lock implements AutoCloseable {
    private final String name;

    private Lock(String name) {
      this.name = name;
    }

    @Override
    public void close() {
      letGo(name);
    }
  }

  /// @throws Problem where another process, or another part of this one, owns the run
  public Lock take(String run) {
    return take(run, "Another window or process is walking run " + run + " right now.");
  }

  /// Owns the opening of runs of one checklist for one release, so that two first starts do not
  /// make two runs.
  Lock takeOpening(String release, String checklist) {
    var name = "opening-" + Integer.toHexString((release + "/" + checklist).hashCode());
    return take(name, "Another window or process is opening " + checklist + " right now.");
  }

  private Lock take(String name, String taken) {
    try {
      Files.createDirectories(folder);
      for (var tries = 0; tries < TRIES; tries++) {
        if (tryTake(name)) {
          return new Lock(name);
        }
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (IOException broken) {
      throw Problem.of(
          "Run not opened",
          "A lock file in " + folder + " cannot be written.",
          "Check the folder's permissions and free space, then try again.",
          broken);
    } catch (InterruptedException cancelled) {
      Thread.currentThread().interrupt();
    }
    throw Problem.of(
        "Run not opened",
        taken,
        "Continue there, or close it and try again. Reading and verifying stay possible.");
  }

  private synchronized boolean tryTake(String name) throws IOException {
    if (owned.containsKey(name)) {
      return false;
    }
    var channel = FileChannel.open(file(name), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (tryLock(channel) == null) {
      channel.close();
      return false;
    }
    owned.put(name, channel);
    return true;
  }

  /// Whether some live process owns the run.
  public synchronized boolean isTaken(String run) {
    if (owned.containsKey(run)) {
      return true;
    }
    var file = file(run);
    if (!Files.exists(file)) {
      return false;
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return tryLock(channel) == null;
    } catch (IOException unreadable) {
      return false;
    }
  }

  private synchronized void letGo(String name) {
    var channel = owned.remove(name);
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException harmless) {
        // The operating system lets go of the lock with the channel in any case.
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ownedHere) {
      return null;
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".lock");
  }
}
