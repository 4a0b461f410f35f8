package dev.plimsoll.core.backup.restore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.backup.TakeOptions;
import dev.plimsoll.core.backup.Taken;
import dev.plimsoll.core.backup.Verified;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupSet.Format;
import dev.plimsoll.core.model.Problem;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole way with archives as they are made every day.
class OwnEngineTest {
  @TempDir Path folder;
  private Yard yard;

  @BeforeEach
  void project() throws Exception {
    yard = new Yard(folder);
  }

  private String taken() throws Exception {
    return ((Taken.Made) yard.own().take(TakeOptions.USUAL).run()).point().id();
  }

  private RestorePlan plan(String id) throws Exception {
    return new Planning(yard.site(), BackupOrigin.of(yard.own(), id), yard.files())
        .plan(Choice.ALL, List.of());
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void takenTamperedVerifiedDrilledRestoredAndUndone(Format format) throws Exception {
    yard.format = format;
    var id = taken();
    var saved = yard.state();
    yard.live();
    var live = yard.state();

    assertThat(yard.own().verify(id).run()).isInstanceOf(Verified.Sound.class);
    var drilled = new DrillWork(yard.own(), id, yard.site()).run();
    assertThat(drilled.isProven()).as(drilled.sentence()).isTrue();

    var plan = plan(id);
    assertThat(plan.ask()).isEqualTo(new RestorePlan.Ask.Count(3));
    new RestoreWork(
            yard.set(), yard.site(), BackupOrigin.of(yard.own(), id), plan, Consent.typed("3"))
        .run();
    var now = yard.state();
    saved.remove("data/app.db");
    assertThat(now).containsAllEntriesOf(saved);
    assertThat(Sqlite.rows(yard.root.resolve("data/app.db"))).isEqualTo(100);
    assertThat(Sqlite.fault(yard.root.resolve("data/app.db"))).isEmpty();

    yard.undo();
    assertThat(yard.state()).isEqualTo(live);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aFlippedByteIsFoundByADrillAndRefusedByARestore(Format format) throws Exception {
    yard.format = format;
    var id = taken();
    yard.live();
    var live = yard.state();
    var plan = plan(id);
    var archive = yard.archives().resolve(id);
    try (var file = new RandomAccessFile(archive.toFile(), "rw")) {
      file.seek(2_000);
      var old = file.read();
      file.seek(2_000);
      file.write(old ^ 1);
    }

    var drilled = new DrillWork(yard.own(), id, yard.site()).run();

    assertThat(drilled.ending()).as(drilled.sentence()).isEqualTo(Ending.FAILED);
    assertThatThrownBy(() ->
            new RestoreWork(
                    yard.set(),
                    yard.site(),
                    BackupOrigin.of(yard.own(), id),
                    plan,
                    Consent.typed("3"))
                .run())
        .isInstanceOf(Problem.class);
    assertThat(yard.state()).isEqualTo(live);
    assertThat(yard.debris()).isEmpty();
  }

  @Test
  void theUndoFolderIsNeverPartOfABackup() throws Exception {
    yard.sources = List.of("**");
    yard.write("config/app.yaml", "limit: 5\n");
    yard.restore();
    assertThat(yard.root.resolve(UndoFolder.NAME).resolve("000001/old")).isDirectory();

    assertThat(yard.own().manifest(taken()).members())
        .extracting(member -> member.path())
        .contains("config/app.yaml")
        .noneMatch(path -> path.startsWith(UndoFolder.NAME));
  }

  @Test
  void noBackupIsTakenOfAMixture() throws Exception {
    yard.live();
    Files.createDirectories(yard.root.resolve(UndoFolder.NAME));
    yard.write(UndoFolder.NAME + "/journal", "{}");

    assertThatThrownBy(this::taken)
        .hasMessageContaining("Files of this project are being put back");
  }
}
