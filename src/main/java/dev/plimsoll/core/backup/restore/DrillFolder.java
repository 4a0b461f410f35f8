package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.backup.HeldLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The scratch folder of one drill, and the lock beside it that says that somebody is at it. What a
/// killed drill left behind is removed by the next one.
///
/// The lock's file stays: whoever has opened it would get the lock of a file that no name leads to
/// any more, while a third makes a new one of that name and holds that.
record DrillFolder(Path folder, HeldLock held) implements AutoCloseable {
  private static final String PREFIX = "drill-";
  private static final String SUFFIX = ".lock";

  static DrillFolder make(UndoFolder undo) throws IOException {
    undo.make();
    sweep(undo);
    var number = 1L;
    while (true) {
      var name = PREFIX + UndoFolder.number(number);
      var held = HeldLock.of(undo.folder().resolve(name + SUFFIX));
      if (held.isPresent()) {
        return in(undo.folder().resolve(name), held.get());
      }
      number++;
    }
  }

  private static DrillFolder in(Path folder, HeldLock held) throws IOException {
    var isMade = false;
    try {
      Durable.remove(folder);
      var made = new DrillFolder(Files.createDirectory(folder), held);
      isMade = true;
      return made;
    } finally {
      if (!isMade) {
        held.close();
      }
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
    }
  }
}
