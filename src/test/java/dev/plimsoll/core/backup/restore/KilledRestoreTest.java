package dev.plimsoll.core.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.backup.restore.Recovered.End;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real processes, killed with SIGKILL while they put files back. The long version with random
/// moments is `mvn -q test-compile exec:exec@backup-kill-harness`.
class KilledRestoreTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "UNPACKING,             UNTOUCHED",
    "CHECKING,              UNTOUCHED",
    "before,                UNTOUCHED",
    "keep data/app.db,      UNTOUCHED",
    "SWAPPING,              UNTOUCHED",
    "gone data/app.db-wal,  FINISHED",
    "put config/run.sh,     FINISHED",
    "put data/app.db,       FINISHED",
    "put all,               FINISHED",
    "after,                 FINISHED",
    "close,                 FINISHED",
  })
  void aKilledRestoreIsTheOldStateOrTheNewOne(String point, End end) throws Exception {
    var yard = new Yard(folder);
    var saved = yard.state();
    yard.live();
    var old = yard.state();
    var fresh = new TreeMap<>(old);
    fresh.remove("data/app.db-wal");
    fresh.putAll(saved);
    kill("restore", point);

    var recovered = new Recovery(yard.root).run().orElseThrow();

    assertThat(recovered.end()).isEqualTo(end);
    assertThat(recovered.sentence())
        .contains("was interrupted.")
        .contains(end == End.FINISHED ? "as in the backup" : "everything is as it was");
    if (end == End.FINISHED) {
      assertThat(yard.state()).isEqualTo(fresh);
      assertThat(recovered.logs().getFirst().lost()).isEqualTo(3);
    } else {
      assertThat(yard.state()).isEqualTo(old);
    }
    assertThat(yard.debris()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"VERIFYING, UNTOUCHED", "put data/app.db-wal, FINISHED", "close, FINISHED"})
  void aKilledUndoIsTheOldStateOrTheNewOne(String point, End end) throws Exception {
    var yard = new Yard(folder);
    yard.live();
    var live = yard.state();
    yard.restore();
    var restored = yard.state();
    kill("undo", point);

    var recovered = new Recovery(yard.root).run().orElseThrow();

    assertThat(recovered.end()).isEqualTo(end);
    assertThat(yard.state()).isEqualTo(end == End.FINISHED ? live : restored);
    assertThat(yard.debris()).isEmpty();
  }

  private void kill(String act, String point) throws Exception {
    try (var victim = new Killing(KillVictim.class, List.of(folder.toString(), act, point))) {
      assertThat(victim.await("AT ")).as("%s", victim.lines()).isEqualTo("AT " + point);
      victim.kill(0);
    }
  }
}
