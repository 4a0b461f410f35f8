package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.source.NotTaken;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// One act at a time in a set's folder, held against every process that sees it. The system lets it
/// go when the process ends, however it ends; the file stays, and says nothing by being there.
final class SetLock implements AutoCloseable {
  private final FileChannel channel;
  private final FileLock lock;

  private SetLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /// @param what the intent: `Backup not taken`
  /// @throws Problem where another process, or this one, is at it
  static SetLock of(Path folder, String set, String what) {
    var file = folder.resolve("." + set + ".lock");
    try {
      var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      var lock = tried(channel);
      if (lock != null) {
        return new SetLock(channel, lock);
      }
      channel.close();
    } catch (IOException refused) {
      throw Problem.of(
          what,
          "Nothing can be written in " + folder + ": " + NotTaken.words(refused) + ".",
          "Give this person the right to write there, or name another folder under to: of the set.",
          refused);
    }
    throw Problem.of(
        what,
        "Another backup of the set " + set + " is being taken or removed right now.",
        "Wait until it has ended.");
  }

  private static @Nullable FileLock tried(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException ourselves) {
      return null;
    }
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException gone) {
      // the system lets it go with the process
    }
  }
}
