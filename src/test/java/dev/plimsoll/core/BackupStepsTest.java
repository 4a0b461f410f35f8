package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.RestorePoint;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.RunSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The verbs about backups, in a walk.
@Timeout(180)
class BackupStepsTest {
  private static final String BACKUP =
      """
      schema: plimsoll/checklist/v1
      id: backup
      title: Backup
      category: backup
      sections:
        - id: all
          title: Everything
          steps:
            - id: way-back
              title: There is a way back
              restore-point: {set: shop, youngerThan: 1h, provenWithin: 1h}
            - id: saved
              title: It is saved
              backup: shop
              expect: [taken == 1, files == 2]
            - id: proven
              title: It restores
              drill: shop
              expect: [duration < 10m]
            - id: loss
              title: What would be lost
              restore: {set: shop, plan: true}
              expect: [lost == 1]
            - id: accepted
              title: The loss is accepted
              ask: {challenge: "How many entries?", record: number}
            - id: put-back
              title: It is put back
              restore: {set: shop, lose: {answer: accepted}}
              expect: [lost == 1]
      """;

  @TempDir Path folder;

  private static Standing run(RunSession session, String step) throws InterruptedException {
    session.start(step);
    session.awaitIdle();
    return session.view().step(step).orElseThrow().standing();
  }

  private static String observed(RunSession session, String step) {
    var ending = session.state().step(step).lastAttempt().orElseThrow().ending();
    return ending == null ? "" : ending.outcome().observed();
  }

  @Test
  void aTimeOutStandsBeforeARestoreAndNotBeforeABackup() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN, Map.of("backup", BACKUP));
        var session = yard.project.release("1.0.0").open("backup", yard.sandbox.options())) {
      assertThat(session.view().step("saved").orElseThrow().step().verb().needsTimeOut()).isFalse();
      assertThat(session.view().step("put-back").orElseThrow().step().verb().needsTimeOut())
          .isTrue();
    }
  }

  @Test
  void aWalkSavesProvesAndPutsBack() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN, Map.of("backup", BACKUP))) {
      assertThat(yard.project.findings()).isEmpty();
      try (var session = yard.project.release("1.0.0").open("backup", yard.sandbox.options())) {
        assertThat(run(session, "way-back")).isEqualTo(Standing.FAILED);
        assertThat(observed(session, "way-back")).contains("no backup of shop");
        assertThat(run(session, "saved")).as(observed(session, "saved")).isEqualTo(Standing.PASSED);
        assertThat(run(session, "way-back")).isEqualTo(Standing.FAILED);
        assertThat(observed(session, "way-back")).contains("not proven restorable");
        assertThat(run(session, "proven"))
            .as(observed(session, "proven"))
            .isEqualTo(Standing.PASSED);
        assertThat(run(session, "way-back"))
            .as(observed(session, "way-back"))
            .isEqualTo(Standing.PASSED);
        assertThat(observed(session, "way-back")).contains("last proven restorable");

        assertThat(yard.desk().wayBack().orElseThrow().provenOn()).isNotNull();

        yard.line("three");
        assertThat(run(session, "loss")).as(observed(session, "loss")).isEqualTo(Standing.PASSED);
        session.answer("accepted", new Answer("4", Answer.Origin.WINDOW), List.of());
        assertThat(run(session, "put-back")).isEqualTo(Standing.FAILED);
        assertThat(observed(session, "put-back")).contains("1 is right, not 4");
        assertThat(Files.readAllLines(yard.file("data/ops.jsonl"))).hasSize(3);
        session.answer("accepted", new Answer("1", Answer.Origin.WINDOW), List.of());
        assertThat(run(session, "put-back"))
            .as(observed(session, "put-back"))
            .isEqualTo(Standing.PASSED);
        assertThat(Files.readAllLines(yard.file("data/ops.jsonl"))).hasSize(2);

        var told = yard.desk().told("shop");
        assertThat(told)
            .allSatisfy(each -> {
              assertThat(each.run()).isEqualTo(session.state().id());
              assertThat(each.step()).isNotNull();
            });
        assertThat(yard.desk().points("shop").getFirst().level())
            .isEqualTo(RestorePoint.Level.PROVEN);
      }
    }
  }

  @Test
  void aProvenBackupThatIsGoneIsNoWayBack() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN, Map.of("backup", BACKUP))) {
      var proven = String.valueOf(yard.take().act().id());
      yard.desk().drill("shop", proven).run();
      yard.line("three");
      yard.take();
      Files.delete(folder.resolve("backups").resolve(proven));
      try (var session = yard.project.release("1.0.0").open("backup", yard.sandbox.options())) {
        assertThat(run(session, "way-back")).isEqualTo(Standing.FAILED);
        assertThat(observed(session, "way-back")).contains("of a backup that is gone");
      }
    }
  }
}
