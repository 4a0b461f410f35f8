package dev.plimsoll.core.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real processes, killed with SIGKILL while they take and remove backups.
@Timeout(120)
final class KilledTakeTest {
  @TempDir Path folder;
  private Ground ground;

  @BeforeEach
  void aSet() throws IOException, InterruptedException {
    ground = new Ground(folder, TakeVictim.SET.formatted("tar.zst"));
    ground.write("data/a", "a");
    var bytes = new byte[3 << 20];
    new Random(1).nextBytes(bytes);
    ground.write("data/big", bytes);
    assertThat(
            Ground.run(
                ground.repository,
                "sqlite3",
                "data/app.db",
                "create table t(x); insert into t values (1);"))
        .startsWith("0 ");
  }

  @ParameterizedTest
  @CsvSource({
    "LOOKING,            false",
    "RUNNING dump.sql,   false",
    "LOOKING data/app.db, false",
    "SAVING,             false",
    "SAVING data/big,    false",
    "VERIFYING,          false",
    "VERIFYING data/big, false",
    "verified,           false",
    "named,              true",
    "DONE,               true",
  })
  void aKilledTakeLeavesTheOldStateOrTheNewOne(String point, boolean isNew) throws Exception {
    var old = ground.made().point();
    ground.write("data/a", "b");
    var after = "backup_20261121_130000.tar.zst";

    Victims.kill(folder, "tar.zst", "take", point);

    var points = ground.backups().points();
    assertThat(points)
        .extracting(found -> found.id())
        .isEqualTo(isNew ? List.of(after, old.id()) : List.of(old.id()));
    for (var found : points) {
      assertThat(ground.backups().verify(found.id()).run()).isInstanceOf(Verified.Sound.class);
    }
    // and the next one is made as if nothing had happened, and clears up
    ground.later(Duration.ofHours(2));
    ground.write("data/a", "c");
    ground.made();
    assertThat(ground.names()).noneMatch(name -> name.endsWith(".part")).hasSize(isNew ? 3 : 2);
    assertThat(ground.isSwept()).isTrue();
    assertThat(Files.readString(ground.file("data/a"))).isEqualTo("c");
  }

  @Test
  void aKilledRemovalLeavesEachBackupThereOrGone() throws Exception {
    for (var n = 0; n < 4; n++) {
      ground.write("data/a", "version " + n);
      ground.made();
      ground.later(Duration.ofMinutes(1));
    }
    var third = ground.names().get(2);
    Victims.kill(folder, "tar.zst", "remove", "REMOVING " + third);
    var left = ground.backups().points();
    assertThat(left)
        .extracting(point -> point.id())
        .containsExactly(ground.names().getLast(), third);
    for (var found : left) {
      assertThat(ground.backups().verify(found.id()).run()).isInstanceOf(Verified.Sound.class);
    }
    assertThat(ground.backups().remove(List.of(third)).run().ids()).containsExactly(third);
  }
}
