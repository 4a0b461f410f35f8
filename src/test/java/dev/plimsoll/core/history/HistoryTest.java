package dev.plimsoll.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.model.RunState.Phase;
import dev.plimsoll.core.model.Standing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
  @TempDir Path folder;

  private HistoryDesk desk;

  @BeforeEach
  void openHistory() {
    desk = new HistoryDesk(folder);
  }

  @AfterEach
  void closeHistory() {
    desk.close();
  }

  @Test
  void aRunIsListedWithWhereItsStepsStand() {
    walked("r1", "1.0.0")
        .open()
        .start("tests", 1)
        .conclude("tests", 1, "FAILED", "3 of 412 failed")
        .start("tests", 2)
        .conclude("tests", 2, "PASSED", "412 passed")
        .start("changelog", 1);

    var run = onlyRun();
    assertThat(run.release()).isEqualTo(new RunRow.Release("Lantern", "1.0.0", "minor"));
    assertThat(run.checklist().title()).isEqualTo("Before a release");
    assertThat(run.source().operator()).isEqualTo(Walked.ADA);
    assertThat(run.source().commit()).isEqualTo(Walked.COMMIT);
    assertThat(run.source().solo()).isTrue();
    assertThat(run.steps()).isEqualTo(3);
    assertThat(run.counts())
        .containsOnly(
            Map.entry(Standing.PASSED, 1),
            Map.entry(Standing.RUNNING, 1),
            Map.entry(Standing.NOT_RUN, 1));
    assertThat(run.course().phase()).isEqualTo(Phase.OPEN);
    assertThat(run.course().firstSeq()).isEqualTo(1);
    assertThat(run.course().lastSeq()).isEqualTo(6);
  }

  @Test
  void theStepsOfARunAreListedInTheOrderOfItsChecklist() {
    walked("r1", "1.0.0")
        .open()
        .start("changelog", 1)
        .conclude("changelog", 1, "FAILED", "1.0.0 is not there");

    var steps = desk.history().steps(onlyRun());

    assertThat(steps).extracting(StepRow::id).containsExactly("tests", "changelog", "approve");
    var changelog = steps.get(1);
    assertThat(changelog.standing()).isEqualTo(Standing.FAILED);
    assertThat(changelog.seen()).isEqualTo(new StepRow.Seen("1.0.0 is not there", "0 failures", 1));
    assertThat(changelog.walk().by()).isEqualTo("machine");
    assertThat(changelog.attempts()).isEqualTo(1);
    assertThat(changelog.evidence()).isEqualTo(1);
    assertThat(steps.getFirst().standing()).isEqualTo(Standing.NOT_RUN);
  }

  @Test
  void waiversAndDeferralsAreCountedOnTopAndGoWhenAStepIsOpenedAgain() {
    var walk =
        walked("r1", "1.0.0")
            .open()
            .start("tests", 1)
            .conclude("tests", 1, "FAILED", "1 failed")
            .say(
                Event.WAIVER_GRANTED,
                "tests",
                Map.of("reason", "known flake", "expiresOn", "2026-04-01", "attempt", 1))
            .say(
                Event.STEP_DEFERRED,
                "changelog",
                Map.of("reason", "with the notes", "dueOn", "2026-03-09"));

    assertThat(onlyRun().counts())
        .containsOnly(
            Map.entry(Standing.FAILED, 1),
            Map.entry(Standing.NOT_RUN, 2),
            Map.entry(Standing.WAIVED, 1),
            Map.entry(Standing.DEFERRED, 1));
    assertThat(step("tests").said().waived())
        .isEqualTo(new StepRow.Excuse("known flake", "2026-04-01"));

    walk.say(Event.STEP_REOPENED, "tests", Map.of("reason", "the flake is fixed"));

    assertThat(onlyRun().counts())
        .containsOnly(Map.entry(Standing.NOT_RUN, 3), Map.entry(Standing.DEFERRED, 1));
    assertThat(step("tests").said()).isEqualTo(new StepRow.Said(null, null, "the flake is fixed"));
  }

  @Test
  void aRevokedWaiverIsGone() {
    walked("r1", "1.0.0")
        .open()
        .start("tests", 1)
        .conclude("tests", 1, "FAILED", "1 failed")
        .say(
            Event.WAIVER_GRANTED,
            "tests",
            Map.of("reason", "known flake", "expiresOn", "2026-04-01"))
        .say(Event.WAIVER_REVOKED, "tests", Map.of("reason", "it was not"));

    assertThat(onlyRun().count(Standing.WAIVED)).isZero();
    assertThat(step("tests").said().waived()).isNull();
  }

  @Test
  void aSignOffAndItsWithdrawalShowAtTheStep() {
    var walk =
        walked("r1", "1.0.0")
            .open()
            .say(
                Event.SIGNOFF_GIVEN,
                "approve",
                Map.of("principal", "ada@example.org", "role", "approver"));
    assertThat(step("approve").standing()).isEqualTo(Standing.PASSED);

    walk.say(
        Event.SIGNOFF_RESCINDED,
        "approve",
        Map.of("principal", "ada@example.org", "reason", "wrong build"));

    assertThat(step("approve").standing()).isEqualTo(Standing.RESCINDED);
    assertThat(step("approve").seen().observed())
        .isEqualTo("taken back by ada@example.org: wrong build");
  }

  @Test
  void aRunThatIsPausedAbortedOrSealedSaysSoWithItsReasonAndDecision() {
    var walk =
        walked("r1", "1.0.0")
            .open()
            .say(Event.RUN_PAUSED, Map.of("reason", "lunch", "decision", "NO_GO"));
    assertThat(onlyRun().course().phase()).isEqualTo(Phase.PAUSED);
    assertThat(onlyRun().course().reason()).isEqualTo("lunch");
    assertThat(onlyRun().course().decision()).isEqualTo("NO_GO");

    walk.say(Event.RUN_RESUMED, Map.of("crashed", false));
    assertThat(onlyRun().course().phase()).isEqualTo(Phase.OPEN);

    walk.say(Event.RUN_SEALED, Map.of("decision", "GO"));
    assertThat(onlyRun().course().phase()).isEqualTo(Phase.SEALED);
    assertThat(onlyRun().course().decision()).isEqualTo("GO");
  }

  @Test
  void aReleaseGathersItsRunsArtifactsTagAndRecord() {
    walked("r1", "1.0.0").open();
    walked("r2", "1.0.0")
        .open()
        .released(
            Event.ARTIFACT_RECORDED,
            Map.of("name", "lantern.jar", "sha256", "1".repeat(64), "size", 9))
        .released(
            Event.TAG_CREATED,
            Map.of(
                "tag",
                Map.of(
                    "name",
                    "v1.0.0",
                    "object",
                    "2".repeat(40),
                    "commit",
                    Walked.COMMIT,
                    "signed",
                    true)));
    assertThat(onlyRelease().isOpen()).isTrue();

    walked("r2", "1.0.0")
        .released(
            Event.RECORD_SIGNED,
            Map.of(
                "sha256",
                "3".repeat(64),
                "outcome",
                "READY",
                "bundle",
                "4".repeat(64),
                "signers",
                List.of("ada@example.org", "grace@example.org")));

    var release = onlyRelease();
    assertThat(release.course().runs()).isEqualTo(2);
    assertThat(release.made())
        .isEqualTo(new ReleaseRow.Made("v1.0.0", Walked.COMMIT, 1, "3".repeat(64), "READY"));
    var record = desk.history().records("3".repeat(64)).getFirst();
    assertThat(record.signers()).containsExactly("ada@example.org", "grace@example.org");
    assertThat(record.bundle()).isEqualTo("4".repeat(64));
    assertThat(desk.history().records(HistoryFilter.ALL, Page.first(10))).containsExactly(record);
  }

  @Test
  void theBundleOfARecordIsFoundByTheEntryThatFollowsIt() {
    var walk = walked("r1", "1.0.0");
    var record = "3".repeat(64);
    walk.released(Event.RECORD_SIGNED, Map.of("sha256", record, "outcome", "READY"));
    assertThat(desk.history().records(record).getFirst().bundle()).isNull();

    walk.released(
        Event.EVIDENCE_ATTACHED,
        Map.of("record", record, "evidence", Map.of("sha256", "4".repeat(64))));

    assertThat(desk.history().records(record).getFirst().bundle()).isEqualTo("4".repeat(64));
  }

  @Test
  void pagesFollowOneAnotherNewestFirstWithoutGapOrRepetition() {
    for (var i = 1; i <= 7; i++) {
      walked("r" + i, "1.0." + i).open();
    }

    var page = Page.first(3);
    var first = desk.history().runs(HistoryFilter.ALL, page);
    var second = desk.history().runs(HistoryFilter.ALL, page.after(first.getLast().n()));
    var third = desk.history().runs(HistoryFilter.ALL, page.after(second.getLast().n()));

    assertThat(first).extracting(RunRow::run).containsExactly("r7", "r6", "r5");
    assertThat(second).extracting(RunRow::run).containsExactly("r4", "r3", "r2");
    assertThat(third).extracting(RunRow::run).containsExactly("r1");
  }

  @Test
  void everyFilterNarrowsTheRuns() {
    walked("r1", "1.0.0").open().say(Event.RUN_ABORTED, Map.of("reason", "wrong version"));
    walked("r2", "1.1.0").open();
    new Walked(desk.desk.open(desk.store.log("other")), "r3", "9.0.0");

    var history = desk.history();
    var page = Page.first(10);
    assertThat(history.runs(HistoryFilter.ALL.withPhase(Phase.ABORTED), page))
        .extracting(RunRow::run)
        .containsExactly("r1");
    assertThat(history.runs(HistoryFilter.ALL.withVersion("1.1.0"), page))
        .extracting(RunRow::run)
        .containsExactly("r2");
    assertThat(history.runs(HistoryFilter.ALL.withChecklist("pre-release"), page)).hasSize(2);
    assertThat(history.runs(HistoryFilter.ALL.withChecklist("post-release"), page)).isEmpty();
    assertThat(history.runs(HistoryFilter.ofProject("lantern").withProduct("Lantern"), page))
        .hasSize(2);
    assertThat(history.runs(HistoryFilter.ofProject("other"), page)).isEmpty();
    assertThat(history.countRuns(HistoryFilter.ALL)).isEqualTo(new CappedCount(2, false));
    assertThat(history.run("lantern", "r1")).map(RunRow::run).contains("r1");
    assertThat(history.run("other", "r1")).isEmpty();
  }

  @Test
  void rowsAreNarrowedDownByTheirOutcomeTheirDecisionAndSinceWhen() {
    var signed = Map.<String, Object>of("sha256", "3".repeat(64), "outcome", "READY");
    walked("r1", "1.0.0")
        .open()
        .say(Event.RUN_SEALED, Map.of("decision", "GO"))
        .released(Event.RECORD_SIGNED, signed);
    walked("r2", "1.1.0").open().say(Event.RUN_PAUSED, Map.of("decision", "NO_GO"));

    var history = desk.history();
    var page = Page.first(10);
    var all = HistoryFilter.ALL;
    assertThat(history.runs(all.withDecision("NO_GO"), page))
        .extracting(RunRow::run)
        .containsExactly("r2");
    assertThat(history.releases(all.withOutcome(HistoryFilter.OPEN), page))
        .extracting(ReleaseRow::version)
        .containsExactly("1.1.0");
    assertThat(history.releases(all.withOutcome("READY"), page))
        .extracting(ReleaseRow::version)
        .containsExactly("1.0.0");
    assertThat(history.countRecords(all.withOutcome("RELEASED")).atLeast()).isZero();

    var newest = history.runs(all, page).getFirst().course().lastOn();
    assertThat(history.runs(all.since(newest), page)).isNotEmpty();
    assertThat(history.runs(all.since(newest.plusMillis(1)), page)).isEmpty();
    assertThat(history.countReleases(all.since(newest.plusMillis(1))).atLeast()).isZero();
    assertThat(history.records(all.since(newest.plusMillis(1)), page)).isEmpty();
  }

  @Test
  void rebuildingMakesTheSameTablesAgain() {
    var walk =
        walked("r1", "1.0.0").open().start("tests", 1).conclude("tests", 1, "PASSED", "412 passed");
    desk.desk.clock.turn(Duration.ofSeconds(5));
    walk.released(
        Event.RECORD_SIGNED,
        Map.of("sha256", "3".repeat(64), "outcome", "READY", "signers", List.of("ada")));
    var history = desk.history();
    var page = Page.first(10);
    var before =
        List.of(
            history.runs(HistoryFilter.ALL, page),
            history.steps(onlyRun()),
            history.releases(HistoryFilter.ALL, page),
            history.records(HistoryFilter.ALL, page),
            history.search("412", page));

    var entries = desk.store.rebuild();

    assertThat(entries).isEqualTo(5);
    assertThat(
            List.of(
                history.runs(HistoryFilter.ALL, page),
                history.steps(onlyRun()),
                history.releases(HistoryFilter.ALL, page),
                history.records(HistoryFilter.ALL, page),
                history.search("412", page)))
        .isEqualTo(before);
  }

  @Test
  void anEntryThatNoTableUnderstandsIsKeptAllTheSame() {
    var log = desk.log();

    log.append(Event.STEP_CONCLUDED, Walked.ADA, Map.of("run", "nobody-opened-it", "outcome", 7));
    log.append(Event.RUN_OPENED, Walked.ADA, Map.of("run", "bare"));
    log.append(
        Event.STEP_CONCLUDED,
        Walked.ADA,
        Map.of("run", "bare", "step", "new", "outcome", "SOMETHING"));

    assertThat(log.head().size()).isEqualTo(4);
    assertThat(onlyRun().counts()).containsOnly(Map.entry(Standing.INCONCLUSIVE, 1));
  }

  private Walked walked(String run, String version) {
    return new Walked(desk.log(), run, version);
  }

  private RunRow onlyRun() {
    var runs = desk.history().runs(HistoryFilter.ALL, Page.first(10));
    assertThat(runs).hasSize(1);
    return runs.getFirst();
  }

  private ReleaseRow onlyRelease() {
    var releases = desk.history().releases(HistoryFilter.ALL, Page.first(10));
    assertThat(releases).hasSize(1);
    return releases.getFirst();
  }

  private StepRow step(String id) {
    return desk.history().steps(onlyRun()).stream()
        .filter(step -> step.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
