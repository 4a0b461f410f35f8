package dev.plimsoll.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.audit.SeededKey;
import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.StepRules;
import dev.plimsoll.core.model.StepWords;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Ways in which a step could look green without proof, each closed.
@Timeout(60)
class HonestyTest {
  private static final Binding MOVED =
      new Binding("90ab3c1d".repeat(5), "b".repeat(40), "main", false);
  private static final LocalDate LATER = LocalDate.parse("2026-04-01");

  @TempDir Path folder;
  private RunDesk desk;

  @BeforeEach
  void desk() {
    desk = new RunDesk(folder);
  }

  @Test
  void lookingAtALockDoesNotDropIt() throws Exception {
    var lock = desk.locks.take("run-1");
    assertThat(desk.locks.isTaken("run-1")).isTrue();

    assertThat(takenElsewhere("run-1")).isTrue();
    lock.close();
    assertThat(takenElsewhere("run-1")).isFalse();
  }

  @Test
  void aSignatureCountsOnlyForThePersonTheTrustFileNames() {
    var step = step("s", new SignOff("I approve.", "approved", "approver", 1), StepRules.USUAL);
    try (var session = desk.open(step)) {
      var request = session.signOffRequest("s");

      assertThatThrownBy(() ->
              session.signOff(
                  request, new PersonSigner("ada@example.org", "approver", new SeededKey(9))))
          .hasMessageContaining("Not signed");
      assertThatThrownBy(() ->
              session.signOff(
                  request, new PersonSigner("bob@example.org", "approver", RunDesk.ADAS_KEY)))
          .hasMessageContaining("This key belongs to ada@example.org, not to bob@example.org.");
      assertThat(standing(session, "s")).isEqualTo(Standing.NOT_RUN);
    }
  }

  @Test
  void aRequestWithOtherWordsThanThoseAskedForIsNotSigned() {
    var step = step("s", new SignOff("I approve.", "approved", "approver", 1), StepRules.USUAL);
    try (var session = desk.open(step)) {
      var asked = session.signOffRequest("s");
      var other =
          new SignOffRequest(
              "s",
              "I only looked.",
              asked.meaning(),
              asked.role(),
              asked.subject(),
              asked.onScreen());

      assertThatThrownBy(() ->
              session.signOff(
                  other, new PersonSigner("ada@example.org", "approver", RunDesk.ADAS_KEY)))
          .hasMessageContaining("has changed since it was shown");
    }
  }

  @Test
  void aStepIsResolvedAtTheCommitItRunsOn() throws InterruptedException {
    var asked = new AtomicReference<String>();
    try (var session =
        desk.open(
            step(
                "a",
                context -> {
                  asked.set(context.variables().resolve("{commit}"));
                  return passed();
                }))) {
      desk.bound = MOVED;
      session.start("a");
      session.awaitIdle();

      assertThat(asked).hasValue(MOVED.commit());
      assertThat(standing(session, "a")).isEqualTo(Standing.PASSED);
    }
  }

  @Test
  void aPassOverARepositoryThatMovedMeanwhileCouldNotTell() throws InterruptedException {
    try (var session =
        desk.open(
            step(
                "a",
                context -> {
                  desk.bound = MOVED;
                  return passed();
                }))) {
      session.start("a");
      session.awaitIdle();

      assertThat(standing(session, "a")).isEqualTo(Standing.INCONCLUSIVE);
    }
  }

  @Test
  void uncommittedChangesMakeWhatWasProvenWithoutThemStale() throws InterruptedException {
    try (var session = desk.open(step("a", context -> passed()))) {
      session.start("a");
      session.awaitIdle();
      desk.bound = new Binding(desk.bound.commit(), desk.bound.tree(), "main", true);
      desk.desk.clock.turn(Duration.ofMinutes(1));

      assertThat(standing(session, "a")).isEqualTo(Standing.STALE);
    }
  }

  @Test
  void aWaiverDoesNotCoverAnotherCommit() throws InterruptedException {
    try (var session = desk.open(step("a", context -> failed()))) {
      session.start("a");
      session.awaitIdle();
      session.waive("a", "known", LATER);
      desk.bound = MOVED;
      desk.desk.clock.turn(Duration.ofMinutes(1));

      assertThat(standing(session, "a")).isEqualTo(Standing.FAILED);
    }
  }

  @Test
  void aDeferralEndsWithTheNextAttemptAndIsNotRenewed() throws InterruptedException {
    var week = rules(new StepRules.Exits(true, 7), null, false);
    try (var session = desk.open(step("a", Scripted.check("a", context -> failed()), week))) {
      session.defer("a", "later", LocalDate.parse("2026-03-05"));
      assertThatThrownBy(() -> session.defer("a", "even later", LocalDate.parse("2026-03-08")))
          .hasMessageContaining("deferred to 2026-03-05 already");
      session.start("a");
      session.awaitIdle();

      assertThat(standing(session, "a")).isEqualTo(Standing.FAILED);
    }
  }

  @Test
  void aConditionLooksAtWhereAStepStandsNow() throws InterruptedException {
    var unlessScanned =
        rules(new StepRules.Exits(true, null), "steps.scan.outcome != \"PASSED\"", false);
    try (var session =
        desk.open(
            step("scan", context -> passed()),
            step("review", RunDesk.question("q").verb(), unlessScanned))) {
      session.start("scan");
      session.awaitIdle();
      assertThat(standing(session, "review")).isEqualTo(Standing.NOT_APPLICABLE);
      desk.bound = MOVED;
      desk.desk.clock.turn(Duration.ofMinutes(1));

      assertThat(standing(session, "scan")).isEqualTo(Standing.STALE);
      assertThat(standing(session, "review")).isEqualTo(Standing.NOT_RUN);
    }
  }

  @Test
  void aProgramThatWasNotFoundProvesNoAlarm() throws InterruptedException {
    var negative = rules(new StepRules.Exits(true, null), null, true);
    try (var session =
        desk.open(
            step(
                "a",
                Scripted.check(
                    "a",
                    context -> new Conclusion(new Outcome.Failed("exit code 127"), "refused", 127)),
                negative))) {
      session.start("a");
      session.awaitIdle();

      assertThat(standing(session, "a")).isEqualTo(Standing.INCONCLUSIVE);
    }
  }

  @Test
  void aFallbackIsAWarningAndReplacesNoReport() throws InterruptedException {
    Scripted.Script unavailable =
        context -> Conclusion.of(new Outcome.Unavailable("no scanner here"), "ok");
    var fallback = Scripted.check("f", context -> passed());
    var report = Scripted.check("r", context -> failed());
    try (var session =
        desk.open(
            step("alone", Scripted.check("a", unavailable), List.of(), fallback, null),
            step("reported", Scripted.check("a", unavailable), List.of(report), fallback, null))) {
      session.startAutomatic();
      session.awaitIdle();

      assertThat(standing(session, "alone")).isEqualTo(Standing.WARNED);
      assertThat(standing(session, "reported")).isEqualTo(Standing.FAILED);
    }
  }

  @Test
  void aProbeDecidesWhetherSomethingIrreversibleIsDone() throws InterruptedException {
    var there = new AtomicReference<>(false);
    var probe = Scripted.check("p", context -> there.get() ? passed() : failed());
    var act =
        new Scripted(
            "act",
            VerbKind.ACTION,
            context -> {
              there.set(true);
              return passed();
            });
    try (var session = desk.open(step("a", act, List.of(), null, probe))) {
      session.start("a");
      session.awaitIdle();
      assertThat(standing(session, "a")).isEqualTo(Standing.PASSED);
      session.start("a");
      session.awaitIdle();

      assertThat(standing(session, "a"))
          .as("it is there already, and nothing was done")
          .isEqualTo(Standing.INCONCLUSIVE);
    }
  }

  @Test
  void aParameterMayNotCarryASecret() {
    desk.secrets = Set.of("ADMIN_KEY");
    desk.environment = Map.of("ADMIN_KEY", "hunter2-hunter2");

    assertThatThrownBy(() ->
            RunVariables.parameters(
                desk.setting(RunDesk.question("q")),
                Map.of("url", "http://x/?k=hunter2-hunter2"),
                desk.environment))
        .hasMessageContaining("holds a secret");
  }

  @Test
  void anAnswerIsNotTakenFromSomeoneWhoseRunIsClosed() {
    var session = desk.open(RunDesk.question("q"));
    session.close();

    assertThatThrownBy(
            () -> session.answer("q", new Answer("yes", Answer.Origin.WINDOW), List.of()))
        .hasMessageContaining("The run is closed.");
  }

  /// Whether a process of its own finds the lock taken.
  private boolean takenElsewhere(String run) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var program =
        Files.writeString(
            folder.resolve("Look.java"),
            """
            public class Look {
              public static void main(String[] args) throws Exception {
                try (var channel = java.nio.channels.FileChannel.open(java.nio.file.Path.of(args[0]), java.nio.file.StandardOpenOption.WRITE)) {
                  System.exit(channel.tryLock() == null ? 1 : 0);
                }
              }
            }
            """);
    var process =
        new ProcessBuilder(
                java, program.toString(), folder.resolve("locks").resolve(run + ".lock").toString())
            .inheritIO()
            .start();
    return process.waitFor() == 1;
  }

  private static Standing standing(RunSession session, String step) {
    return session.view().step(step).orElseThrow().standing();
  }

  private static Step step(String id, Scripted.Script script) {
    return step(id, Scripted.check(id, script), StepRules.USUAL);
  }

  private static Step step(String id, Verb verb, StepRules rules) {
    return RunDesk.step(id, verb, rules);
  }

  private static Step step(
      String id, Verb verb, List<Verb> reports, @Nullable Verb fallback, @Nullable Verb probe) {
    return new Step(
        id,
        "Step " + id,
        verb,
        reports,
        fallback,
        probe,
        StepRules.USUAL,
        StepWords.NONE,
        Position.of("x.yaml"));
  }

  private static StepRules rules(StepRules.Exits exits, @Nullable String when, boolean negative) {
    var usual = StepRules.USUAL;
    return new StepRules(
        when,
        Set.of(),
        null,
        usual.weight(),
        exits,
        usual.freshness(),
        usual.pace(),
        negative,
        Set.of());
  }

  private static Conclusion passed() {
    return Conclusion.of(new Outcome.Passed("ok"), "ok");
  }

  private static Conclusion failed() {
    return Conclusion.of(new Outcome.Failed("no"), "ok");
  }
}
