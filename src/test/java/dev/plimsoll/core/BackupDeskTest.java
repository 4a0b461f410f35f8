package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.backup.restore.Choice;
import dev.plimsoll.core.backup.restore.Consent;
import dev.plimsoll.core.model.BackupAct.Ending;
import dev.plimsoll.core.model.BackupAct.What;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RestorePoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class BackupDeskTest {
  @TempDir Path folder;

  private BackupYard yard(String place) throws IOException, InterruptedException {
    var yard = BackupYard.in(folder, place);
    assertThat(yard.project.findings()).isEmpty();
    return yard;
  }

  @Test
  void aBackupIsToldBeforeItBeginsAndWhenItIsVerified() throws Exception {
    try (var yard = yard(BackupYard.OWN)) {
      var taken = yard.take();

      assertThat(taken.isDone()).isTrue();
      assertThat(taken.sentence()).contains("was made and verified", "2 files");
      var told = yard.desk().told("shop");
      assertThat(told)
          .extracting(each -> each.act().what() + " " + each.act().ending())
          .containsExactly("TAKE null", "TAKE DONE");
      var points = yard.desk().points("shop");
      assertThat(points)
          .singleElement()
          .satisfies(point -> {
            assertThat(point.level()).isEqualTo(RestorePoint.Level.VERIFIED);
            assertThat(point.id()).isEqualTo(told.getLast().act().id());
            assertThat(point.manifest()).isEqualTo(told.getLast().act().manifest());
            assertThat(point.of().version()).isEqualTo("1.0.0");
          });
      assertThat(yard.desk().lastProven("shop")).isEmpty();
    }
  }

  @Test
  void whereNothingChangedNoBackupIsMadeAndNothingIsVerifiedAnew() throws Exception {
    try (var yard = yard(BackupYard.OWN)) {
      // what was touched within the moment of the backup is read again by the next one
      Thread.sleep(2_000);
      yard.take();
      var again = yard.take();

      assertThat(again.sentence()).contains("Nothing has changed");
      assertThat(yard.desk().points("shop")).hasSize(1);
      assertThat(yard.desk().told("shop").getLast().act().id()).isNull();
    }
  }

  @Test
  void aDrillProvesABackupAndAFlippedByteTakesTheProofBack() throws Exception {
    try (var yard = yard(BackupYard.OWN)) {
      var id = yard.take().act().id();
      var drilled = yard.desk().drill("shop", null).run();

      assertThat(drilled.findings()).isEmpty();
      assertThat(drilled.isDone()).as(drilled.sentence()).isTrue();
      assertThat(drilled.held()).hasSizeGreaterThanOrEqualTo(3);
      assertThat(yard.desk().lastProven("shop"))
          .get()
          .satisfies(proven -> {
            assertThat(proven.id()).isEqualTo(id);
          });
      assertThat(yard.desk().points("shop").getFirst().level())
          .isEqualTo(RestorePoint.Level.PROVEN);

      flip(folder.resolve("backups").resolve(String.valueOf(id)));
      var verified = yard.desk().verify("shop", String.valueOf(id)).run();

      assertThat(verified.act().ending()).isEqualTo(Ending.FAILED);
      assertThat(verified.findings()).isNotEmpty();
      assertThat(yard.desk().lastProven("shop")).isEmpty();
    }
  }

  @Test
  void afterTheNewestWasFoundBrokenAnotherIsTakenAlthoughNothingChanged() throws Exception {
    try (var yard = yard(BackupYard.OWN)) {
      Thread.sleep(2_000);
      var broken = String.valueOf(yard.take().act().id());
      flip(folder.resolve("backups").resolve(broken));
      assertThat(yard.desk().verify("shop", broken).run().act().ending()).isEqualTo(Ending.FAILED);

      var again = yard.take();

      assertThat(again.sentence()).contains("was made and verified");
      assertThat(yard.desk().verify("shop", String.valueOf(again.act().id())).run().isDone())
          .isTrue();
    }
  }

  private static void flip(Path archive) throws IOException {
    var bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 3] ^= 1;
    Files.write(archive, bytes);
  }

  @Test
  void aRestoreTellsBothHeadsOfEachLogAndCanBeUndone() throws Exception {
    try (var yard = yard(BackupYard.OWN)) {
      yard.take();
      yard.line("three");
      yard.sqlite("DELETE FROM orders");

      var plan = yard.desk().restorePlan("shop", null, Choice.ALL).run();
      assertThat(plan.ask().sentence()).contains("1 entry would be lost");
      assertThatThrownBy(() -> yard.desk().restore("shop", plan, Consent.typed("7"), null).run())
          .isInstanceOf(Problem.class)
          .hasMessageContaining("1 entry would be lost")
          .hasMessageContaining("Nothing was changed");
      assertThat(yard.sqlite("SELECT COUNT(*) FROM orders")).isEqualTo("0");

      var restored = yard.restore("1");

      assertThat(restored.isDone()).isTrue();
      assertThat(yard.sqlite("SELECT COUNT(*) FROM orders")).isEqualTo("2");
      assertThat(Files.readAllLines(yard.file("data/ops.jsonl"))).hasSize(2);
      var told = yard.desk().told("shop").getLast().act();
      assertThat(told.what()).isEqualTo(What.RESTORE);
      assertThat(told.figures().logs())
          .singleElement()
          .satisfies(log -> {
            assertThat(log.entriesBefore()).isEqualTo(3);
            assertThat(log.entriesAfter()).isEqualTo(2);
            assertThat(log.lost()).isEqualTo(1);
          });

      var undo = yard.desk().undoPlan("shop", null).run();
      var undone = yard.desk().undo("shop", undo, Consent.PLAIN, null).run();

      assertThat(undone.isDone()).isTrue();
      assertThat(yard.sqlite("SELECT COUNT(*) FROM orders")).isEqualTo("0");
      assertThat(Files.readAllLines(yard.file("data/ops.jsonl"))).hasSize(3);
    }
  }

  @Test
  void whatTheKeepRulesLetGoIsRemovedAfterTheNewOneIsVerified() throws Exception {
    try (var yard = yard(BackupYard.OWN)) {
      for (var i = 0; i < 3; i++) {
        yard.line("another " + i);
        yard.take();
      }
      assertThat(yard.desk().points("shop")).hasSize(2);
      assertThat(yard.desk().told("shop"))
          .extracting(each -> each.act().what())
          .containsSubsequence(What.TAKE, What.PRUNE, What.PRUNE);
      assertThat(yard.desk().told("shop").getLast().act().figures().removed()).hasSize(1);
    }
  }

  @Test
  void aProjectThatNobodyTrustedTakesNothing() throws Exception {
    try (var yard = yard(BackupYard.OWN)) {
      Files.writeString(
          yard.file(".plimsoll/checklists/pre-release.yaml"),
          "\n# changed\n",
          StandardOpenOption.APPEND);

      assertThatThrownBy(() -> yard.take()).hasMessageContaining("not trusted");
      assertThatThrownBy(() -> yard.desk().drill("shop", null).run())
          .hasMessageContaining("not trusted");
      assertThat(yard.desk().told("shop")).isEmpty();
    }
  }

  @Test
  void anArchiveThatIsWholeButAnotherIsNotTheOneThatTheLogKnows() throws Exception {
    try (var yard = yard(BackupYard.OWN)) {
      var first = String.valueOf(yard.take().act().id());
      yard.line("three");
      var second = String.valueOf(yard.take().act().id());
      var backups = folder.resolve("backups");
      Files.write(backups.resolve(first), Files.readAllBytes(backups.resolve(second)));

      var verified = yard.desk().verify("shop", first).run();

      assertThat(verified.act().ending()).isEqualTo(Ending.FAILED);
      assertThatThrownBy(() -> yard.desk().restorePlan("shop", first, Choice.ALL).run())
          .isInstanceOf(Problem.class)
          .hasMessageContaining(first);
    }
  }
}
