package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.HeldLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The scratch folder of one drill, and the lock beside it that says that somebody is at it. What a
/// killed drill left behind is removed by the next one.
record DrillFolder(Path folder, Path lock, HeldLock held) implements AutoCloseable {
  private static final String PREFIX = "drill-";
  private static final String SUFFIX = ".lock";

  static DrillFolder make(UndoFolder undo) throws IOException {
    undo.make();
    sweep(undo);
    var number = 1L;
    while (true) {
      var name = PREFIX + UndoFolder.number(number);
      var lock = undo.folder().resolve(name + SUFFIX);
      var held = HeldLock.of(lock);
      if (held.isPresent()) {
        var folder = undo.folder().resolve(name);
        Durable.remove(folder);
        return new DrillFolder(Files.createDirectory(folder), lock, held.get());
      }
      number++;
    }
  }

  /// Removes what nobody holds any more.
  static void sweep(UndoFolder undo) throws IOException {
    if (!undo.isThere()) {
      return;
    }
    try (var locks = Files.newDirectoryStream(undo.folder(), PREFIX + "*" + SUFFIX)) {
      for (var lock : locks) {
        var held = HeldLock.of(lock);
        if (held.isPresent()) {
          try (var _ = held.get()) {
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
      held.close();
      Files.deleteIfExists(lock);
    }
  }
}
