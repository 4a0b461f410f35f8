package dev.plimsoll.core.backup;

import dev.plimsoll.core.backup.source.NotTaken;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Path;

/// One act at a time in a set's folder, held against every process that sees it. The system lets it
/// go when the process ends, however it ends; the file stays, and says nothing by being there.
final class SetLock implements AutoCloseable {
  private final HeldLock lock;

  private SetLock(HeldLock lock) {
    this.lock = lock;
  }

  /// @param what the intent: `Backup not taken`
  /// @throws Problem where another process, or this one, is at it
  static SetLock of(Path folder, String set, String what) {
    var file = folder.resolve("." + set + ".lock");
    try {
      var lock = HeldLock.of(file);
      if (lock.isPresent()) {
        return new SetLock(lock.get());
      }
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

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException gone) {
      // the system lets it go with the process
    }
  }
}
