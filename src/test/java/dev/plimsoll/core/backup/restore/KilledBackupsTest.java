package dev.plimsoll.core.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes with archives as they are made every day, killed with SIGKILL in the stages of
/// their work.
class KilledBackupsTest {
  @TempDir Path folder;

  @Test
  void whateverIsKilledLeavesTheOldStateOrTheNewOneAndWholeBackups() throws Exception {
    var harness = new BackupKillHarness(folder, 42);
    harness.round("take", "STAGE SAVING", 0);
    harness.round("take", "STAGE VERIFYING", 0);
    harness.round("take", "ENDED", 60_000);
    harness.round("take", "ENDED", 60_000);
    harness.round("restore", "STAGE UNPACKING", 0);
    harness.round("restore", "STAGE SWAPPING", 0);
    harness.round("restore", "ENDED", 60_000);
    harness.round("undo", "STAGE SWAPPING", 0);
    harness.round("take", "ENDED", 60_000);
    harness.round("prune", "STAGE REMOVING", 0);

    assertThat(harness.faults()).isEmpty();
  }
}
