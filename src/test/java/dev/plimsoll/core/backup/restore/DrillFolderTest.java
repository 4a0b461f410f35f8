package dev.plimsoll.core.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.backup.HeldLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One drill at a time in one scratch folder, whoever comes and goes meanwhile.
class DrillFolderTest {
  @TempDir Path folder;
  private UndoFolder undo;
  private Path lock;

  @BeforeEach
  void project() {
    undo = new UndoFolder(folder);
    lock = undo.folder().resolve("drill-000001.lock");
  }

  private static Object identity(Path file) throws Exception {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  @Test
  void theLockThatAnotherMayHaveOpenedByNowKeepsItsName() throws Exception {
    Object first;
    try (var drill = DrillFolder.make(undo)) {
      first = identity(lock);
      assertThat(drill.folder()).isDirectory();
    }
    assertThat(undo.folder().resolve("drill-000001")).doesNotExist();
    assertThat(identity(lock)).isEqualTo(first);

    // another got the lock as soon as it was let go of: nobody gets that folder beside it
    try (var other = HeldLock.of(lock).orElseThrow();
        var drill = DrillFolder.make(undo)) {
      assertThat(other).isNotNull();
      assertThat(drill.folder()).hasFileName("drill-000002");
      assertThat(identity(lock)).isEqualTo(first);
    }
    DrillFolder.sweep(undo);
    assertThat(identity(lock)).isEqualTo(first);
  }

  @Test
  void theFolderOfADrillThatHasEndedIsUsedAgain() throws Exception {
    try (var taken = DrillFolder.make(undo)) {
      assertThat(taken.folder()).hasFileName("drill-000001");
    }
    try (var next = DrillFolder.make(undo)) {
      assertThat(next.folder()).hasFileName("drill-000001");
    }
  }
}
