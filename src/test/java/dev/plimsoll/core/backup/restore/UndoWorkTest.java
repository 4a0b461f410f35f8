package dev.plimsoll.core.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.BackupAct;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoWorkTest {
  @TempDir Path folder;
  private Yard yard;

  @BeforeEach
  void project() throws Exception {
    yard = new Yard(folder);
    yard.live();
  }

  @Test
  void anUndoPutsBackWhatStoodThereWithWhatLayBesideTheDatabase() throws Exception {
    var live = yard.state();
    yard.restore();

    var undone = yard.undo();

    assertThat(yard.state()).isEqualTo(live);
    assertThat(undone.name().act()).isEqualTo(BackupAct.What.UNDO);
    assertThat(yard.debris()).isEmpty();
  }

  @Test
  void anUndoIsUndoneByAnother() throws Exception {
    yard.restore();
    var restored = yard.state();

    yard.undo();
    yard.undo();

    assertThat(yard.state()).isEqualTo(restored);
    assertThat(new UndoPoints(yard.root).all()).as("each uses up the one it puts back").hasSize(1);
  }

  @Test
  void entriesThatCameAfterTheRestoreAreCountedAndTyped() throws Exception {
    yard.restore();
    yard.grow("later", 2);
    var origin = UndoOrigin.of(yard.root, "000001");
    var plan = new Planning(yard.site(), origin, yard.files()).plan(Choice.ALL, List.of());

    assertThat(plan.ask()).isEqualTo(new RestorePlan.Ask.Count(2));
    assertThat(plan.logs().getFirst().sentence())
        .isEqualTo(
            "audit/ops.jsonl does not go on from the backup: it is a fork. The two agree in 10"
                + " entries; 2 that are only there now would be lost.");
    assertThatThrownBy(
            () -> new UndoWork(yard.set(), yard.site(), origin, plan, Consent.PLAIN).run())
        .hasMessageContaining("Type 2");
  }

  @Test
  void aDatabaseThatWasDamagedComesBackDamagedAsItWas() throws Exception {
    yard.write("data/app.db", "this is no database");
    var live = yard.state();

    yard.restore();
    yard.undo();

    assertThat(yard.state()).isEqualTo(live);
  }

  @Test
  void anUndoPointThatWasTouchedIsRefusedAndNothingChanges() throws Exception {
    yard.restore();
    var restored = yard.state();
    var kept = yard.root.resolve(UndoFolder.NAME).resolve("000001/old/config/app.yaml");
    Files.delete(kept);
    Files.writeString(kept, "limit: 3\n");

    assertThatThrownBy(yard::undo)
        .hasMessageContaining("config/app.yaml has the SHA-256")
        .hasMessageContaining("Nothing was changed.");

    assertThat(yard.state()).isEqualTo(restored);
  }

  @Test
  void aServiceThatWritesOnAfterTheRestoreDoesNotTouchTheUndoPoint() throws Exception {
    var live = yard.state();
    yard.restore();
    Sqlite.said(yard.root.resolve("data/app.db"), "PRAGMA journal_mode=wal", "DELETE FROM t");
    yard.write("config/app.yaml", "limit: 7\n");

    yard.undo();

    assertThat(yard.state()).isEqualTo(live);
  }

  @Test
  void foldersThatTheRestoreMadeGoAgain() throws Exception {
    Files.delete(yard.root.resolve("config/app.yaml"));
    Files.delete(yard.root.resolve("config/new.yaml"));
    Files.delete(yard.root.resolve("config"));
    Files.delete(yard.root.resolve("notes"));
    var live = yard.state();

    yard.restore();
    assertThat(yard.root.resolve("config/run.sh")).exists();
    yard.undo();

    assertThat(yard.state()).isEqualTo(live);
  }

  @Test
  void restoresOfAnotherSetTakeNoUndoPointAway() throws Exception {
    yard.restore();
    yard.name = "another";
    for (var i = 0; i < 4; i++) {
      yard.write("config/app.yaml", "limit: 1" + i + "\n");
      yard.restore();
    }

    assertThat(new UndoPoints(yard.root).last("before-release"))
        .hasValueSatisfying(point -> assertThat(point.number()).isEqualTo("000001"));
  }

  @Test
  void theLastActIsUndoneThoughTheClockWasSetBack() throws Exception {
    yard.restore();
    yard.clock = InstantSource.fixed(Yard.NOON.minus(Duration.ofDays(400)));
    yard.write("config/app.yaml", "limit: 8\n");
    yard.restore();

    yard.undo();

    assertThat(yard.read("config/app.yaml")).isEqualTo("limit: 8\n");
  }

  @Test
  void onlyTheNewestUndoPointsAreKept() throws Exception {
    for (var i = 0; i < 5; i++) {
      yard.write("config/app.yaml", "limit: 1" + i + "\n");
      yard.restore();
    }

    assertThat(new UndoPoints(yard.root).all())
        .extracting(UndoPoint::number)
        .containsExactly("000005", "000004", "000003");
    assertThatThrownBy(() -> UndoOrigin.of(yard.root, "000001"))
        .hasMessageContaining("There is no undo point '000001'.");
  }
}
