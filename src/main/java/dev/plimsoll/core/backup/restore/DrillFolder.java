package dev.plimsoll.core.backup.restore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The scratch folder of one drill, and the lock beside it that says that somebody is at it. What a
/// killed drill left behind is removed by the next one.
record DrillFolder(Path folder, Path lock, FileChannel channel) implements AutoCloseable {
  private static final String PREFIX = "drill-";
  private static final String SUFFIX = ".lock";

  static DrillFolder make(UndoFolder undo) throws IOException {
    undo.make();
    sweep(undo);
    var number = 1L;
    while (true) {
      var name = PREFIX + UndoFolder.number(number);
      var lock = undo.folder().resolve(name + SUFFIX);
      var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isFree(channel)) {
        var folder = undo.folder().resolve(name);
        Durable.remove(folder);
        return new DrillFolder(Files.createDirectory(folder), lock, channel);
      }
      channel.close();
      number++;
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException inThisProgram) {
      return false;
    }
  }

  /// Removes what nobody holds any more.
  static void sweep(UndoFolder undo) throws IOException {
    if (!undo.isThere()) {
      return;
    }
    try (var locks = Files.newDirectoryStream(undo.folder(), PREFIX + "*" + SUFFIX)) {
      for (var lock : locks) {
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
          if (isFree(channel)) {
            var name = String.valueOf(lock.getFileName());
            Durable.remove(lock.resolveSibling(name.substring(0, name.length() - SUFFIX.length())));
            Files.deleteIfExists(lock);
          }
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Durable.remove(folder);
    } finally {
      channel.close();
      Files.deleteIfExists(lock);
    }
  }
}
