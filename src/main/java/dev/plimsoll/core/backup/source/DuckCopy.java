package dev.plimsoll.core.backup.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A copy of a DuckDB database that this program cannot open: its write-ahead file, then the file
/// itself, and both as they were when it began. Where no program has it open, it is kept from
/// opening it meanwhile.
public final class DuckCopy {
  private static final int ATTEMPTS = 3;
  private static final Duration PAUSE = Duration.ofMillis(700);

  private final Duration pause;

  public DuckCopy() {
    this(PAUSE);
  }

  public DuckCopy(Duration pause) {
    this.pause = pause;
  }

  /// @param wal the copy of the write-ahead file and its look, or null where there was none
  public record Copied(Look main, @Nullable Look wal) {
    /// Of both files, to tell whether either has changed.
    public String stamp() {
      return main.stamp() + (wal == null ? "" : "; wal " + wal.stamp());
    }
  }

  /// Both files as they look now.
  public static Copied look(Path database) throws IOException {
    return new Copied(Look.through(database), Look.orNull(wal(database)));
  }

  static Path wal(Path database) {
    return database.resolveSibling(database.getFileName() + ".wal");
  }

  /// @param into a file that does not exist yet; the write-ahead file gets its name and `.wal`
  /// @throws dev.plimsoll.core.model.Problem where it is written to all the time
  public Copied copy(Path database, String name, Path into) throws InterruptedException {
    try (var channel = FileChannel.open(database, StandardOpenOption.READ);
        var lock = sharedLock(channel)) {
      for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (attempt > 1) {
          Thread.sleep(pause.toMillis());
        }
        var before = look(database);
        if (before.wal() != null) {
          Files.copy(wal(database), wal(into), StandardCopyOption.REPLACE_EXISTING);
        } else {
          Files.deleteIfExists(wal(into));
        }
        Files.copy(database, into, StandardCopyOption.REPLACE_EXISTING);
        if (look(database).equals(before) && isWhole(before, into)) {
          return before;
        }
      }
      throw NotTaken.because(
          name
              + " was written to during each of "
              + ATTEMPTS
              + " copies"
              + (lock == null ? ", by a program that has it open." : "."),
          "Stop that program for the time of the backup, or let it export the database: outputs: of"
              + " the set.");
    } catch (IOException unreadable) {
      throw NotTaken.unreadable(name, unreadable);
    }
  }

  private static boolean isWhole(Copied before, Path into) throws IOException {
    var wal = before.wal();
    return Files.size(into) == before.main().size()
        && (wal == null || Files.size(wal(into)) == Objects.requireNonNull(wal).size());
  }

  /// Null where a program has the database open to write.
  private static @Nullable FileLock sharedLock(FileChannel channel) {
    try {
      return channel.tryLock(0, Long.MAX_VALUE, true);
    } catch (OverlappingFileLockException | NonWritableChannelException | IOException cannot) {
      return null;
    }
  }
}
