package dev.plimsoll.core.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.backup.Shelf.Stranger;
import dev.plimsoll.core.model.BackupSet.Keep;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.model.RestorePoint.Level;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What lies in a folder of backups, told apart.
final class ShelfTest {
  @TempDir Path folder;
  private Ground ground;

  @BeforeEach
  void aSet() throws Exception {
    ground = new Ground(folder, "files: [a]");
    ground.write("a", "a");
  }

  @Test
  void aFolderThatIsNotThereYetHoldsNothing() {
    assertThat(ground.backups().shelf()).isEqualTo(Shelf.EMPTY);
  }

  @Test
  void backupsOfOtherProductsAndSetsAndOtherFilesAreToldApart() throws Exception {
    ground.made();
    var shelf = ground.target;
    var other = new Ground(folder.resolve("other"), "files: [a]").of("garage");
    other.write("a", "a");
    var id = other.made().point().id();
    // one under a name that could be ours, one under another
    Files.copy(other.target.resolve(id), shelf.resolve("backup_20261101_000000.tar.zst"));
    Files.copy(other.target.resolve(id), shelf.resolve("elsewhere.tar.zst"));
    Files.copy(shelf.resolve(Ground.FIRST + ".tar.zst"), shelf.resolve("kept-for-audit.tar.zst"));
    Files.writeString(shelf.resolve("notes.txt"), "x");
    Files.writeString(shelf.resolve("other.zip"), "no zip");
    assertThat(
            Ground.run(
                ground.repository, "zip", "-q", shelf.resolve("holiday.zip").toString(), "a"))
        .startsWith("0 ");

    var seen = ground.backups().shelf();
    assertThat(seen.points())
        .extracting(RestorePoint::id)
        .containsExactly("kept-for-audit.tar.zst", "backup_20261121_120000.tar.zst");
    assertThat(seen.strangers())
        .extracting(Stranger::name)
        .containsExactly(
            "backup_20261101_000000.tar.zst", "elsewhere.tar.zst", "holiday.zip", "other.zip");
    assertThat(seen.strangers().getFirst().sentence())
        .isEqualTo("It is a backup of another product, garage.");
    assertThat(seen.strangers().get(2).sentence())
        .isEqualTo("It is an archive of somebody else's.");
  }

  @Test
  void anArchiveByNameAloneIsListedWithTheTimeOfItsName() throws Exception {
    Files.createDirectories(ground.target);
    var old = ground.target.resolve("backup_20240105_031500.zip").toString();
    assertThat(Ground.run(ground.repository, "zip", "-q", old, "a")).startsWith("0 ");
    var points = ground.backups().points();
    assertThat(points).hasSize(1);
    assertThat(points.getFirst().takenOn()).hasToString("2024-01-05T03:15:00Z");
    assertThat(points.getFirst().manifest()).isEmpty();
    assertThat(points.getFirst().content().files()).isEqualTo(1);
    assertThat(ground.backups().verify("backup_20240105_031500.zip").run())
        .isInstanceOfSatisfying(
            Verified.Sound.class,
            sound ->
                assertThat(sound.sentence())
                    .isEqualTo("1 file is whole; there is no manifest to hold them against."));
    assertThatThrownBy(() -> ground.backups().manifest("backup_20240105_031500.zip"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("has no manifest: another program made it.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tar.zst", "zip"})
  void aBrokenOneIsListedAsBrokenAndNotHidden(String format) throws Exception {
    ground = new Ground(folder, "files: [a], format: " + format);
    ground.write("a", "a".repeat(5000));
    var id = ground.made().point().id();
    var whole = Files.readAllBytes(ground.target.resolve(id));
    for (var left : List.of(0, 3, whole.length / 2, whole.length - 30)) {
      Files.write(ground.target.resolve(id), Arrays.copyOf(whole, left));
      var point = ground.backups().points().getFirst();
      assertThat(point.id()).isEqualTo(id);
      assertThat(point.level()).as("%d bytes left", left).isEqualTo(Level.BROKEN);
      assertThat(point.proof().failed()).isNotBlank();
      assertThat(ground.backups().verify(id).run()).isInstanceOf(Verified.Damaged.class);
    }
    // by its last byte alone it may still be listed, and is damaged when every byte is read
    Files.write(ground.target.resolve(id), Arrays.copyOf(whole, whole.length - 1));
    assertThat(ground.backups().points()).hasSize(1);
    assertThat(ground.backups().verify(id).run()).isInstanceOf(Verified.Damaged.class);
  }

  @Test
  void whatTheLogSaysIsSaidOfTheSameManifestAlone() throws Exception {
    var made = ground.made().point();
    ground.with((id, manifest) ->
        manifest.equals(made.manifest())
            ? new RestorePoint.Proof(Ground.NOON, Ground.NOON, null)
            : RestorePoint.Proof.NONE);
    assertThat(ground.backups().points().getFirst().level()).isEqualTo(Level.PROVEN);
    Files.delete(ground.target.resolve(made.id()));
    ground.write("a", "other");
    ground.made();
    assertThat(ground.backups().points().getFirst().id()).isEqualTo(made.id());
    assertThat(ground.backups().points().getFirst().level()).isEqualTo(Level.MADE);
  }

  @Test
  void aListIsReadAnewWhereAFileChanged() throws Exception {
    var backups = ground.backups();
    ground.made();
    assertThat(backups.points()).hasSize(1);
    var file = ground.target.resolve(ground.names().getFirst());
    try (var broken = new RandomAccessFile(file.toFile(), "rw")) {
      broken.setLength(broken.length() - 10);
    }
    assertThat(backups.points().getFirst().level()).isEqualTo(Level.BROKEN);
    Files.delete(file);
    assertThat(backups.points()).isEmpty();
  }

  @Test
  void oneThatWasNotReadBecauseSomebodyStoppedTheListIsNotBroken() throws Exception {
    ground.made();
    var backups = ground.backups();

    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(backups::points)
          .isInstanceOf(Problem.class)
          .hasMessageContaining("It was stopped.");
    } finally {
      assertThat(Thread.interrupted()).as("the wish to stop is not forgotten").isTrue();
    }

    assertThat(backups.points())
        .singleElement()
        .satisfies(point -> assertThat(point.level()).isNotEqualTo(Level.BROKEN));
  }

  @Test
  void onlyBackupsOfTheSetAreReadOrRemoved() throws Exception {
    ground.made();
    ground.write("secret.zip", "x");
    for (var id :
        List.of(
            "", ".", "..", "../repository/secret.zip", "/etc/passwd", ".x.zip", "none.zip", "a")) {
      assertThatThrownBy(() -> ground.backups().verify(id))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("There is no backup " + id + " in " + ground.target);
      assertThatThrownBy(() -> ground.backups().remove(List.of(id)).run())
          .isInstanceOf(Problem.class)
          .hasMessageContaining("is no backup of the set app; nothing was removed.");
    }
    assertThat(ground.names()).hasSize(1);
  }

  @Test
  void whatMayGoIsDecidedAndThenRemovedOldestFirst() throws Exception {
    for (var day = 0; day < 5; day++) {
      ground.write("a", "day " + day);
      ground.made();
      ground.later(Duration.ofDays(1));
    }
    ground.with((id, manifest) -> new RestorePoint.Proof(Ground.NOON, null, null));
    var keep = new Keep(2, null, null, null, null, 1);
    var pruning = Retention.of(keep, ground.backups().points(), ground.now(), ZoneOffset.UTC);
    var names = ground.names();
    assertThat(pruning.going()).isEqualTo(names.subList(0, 3));
    var removed = ground.backups().remove(pruning.going()).run();
    assertThat(removed.ids()).isEqualTo(names.subList(0, 3));
    assertThat(removed.bytes()).isEqualTo(pruning.frees()).isPositive();
    assertThat(ground.names()).isEqualTo(names.subList(3, 5));
  }
}
