package dev.plimsoll.core.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A lock on a file, held against every process and every thread of this one. The system lets it go
/// when the process ends, however it ends. Thread-safe.
///
/// On POSIX a process loses its lock on a file as soon as it closes *any* channel to that file
/// (fcntl(2), "Advisory record locking"). That is why a file that this process holds is never
/// opened a second time, not even to ask.
public final class HeldLock implements AutoCloseable {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path key;
  private final FileChannel channel;

  private HeldLock(Path key, FileChannel channel) {
    this.key = key;
    this.channel = channel;
  }

  /// Takes it; empty where somebody holds it, here or in another process.
  ///
  /// @param file made where it is missing, in a folder that is there
  /// @throws IOException where it cannot be written
  public static Optional<HeldLock> of(Path file) throws IOException {
    var above = Objects.requireNonNull(file.toAbsolutePath().getParent());
    var key = above.toRealPath().resolve(Objects.requireNonNull(file.getFileName()));
    if (!HELD.add(key)) {
      return Optional.empty();
    }
    FileChannel opened = null;
    var isOurs = false;
    try {
      opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      isOurs = opened.tryLock() != null;
      return isOurs ? Optional.of(new HeldLock(key, opened)) : Optional.empty();
    } catch (OverlappingFileLockException byOtherCode) {
      return Optional.empty();
    } finally {
      if (!isOurs) {
        try {
          if (opened != null) {
            opened.close();
          }
        } finally {
          HELD.remove(key);
        }
      }
    }
  }

  /// Whether somebody holds it, here or in another process.
  ///
  /// @throws IOException where it cannot be written
  public static boolean isHeld(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    var mine = of(file);
    if (mine.isPresent()) {
      mine.get().close();
    }
    return mine.isEmpty();
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(key);
    }
  }
}
