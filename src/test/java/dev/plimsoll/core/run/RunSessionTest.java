package dev.plimsoll.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.StepRules;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RunSessionTest {
  @TempDir Path folder;
  private RunDesk desk;

  @BeforeEach
  void desk() {
    desk = new RunDesk(folder);
  }

  @Test
  void anAttemptStandsInTheLogBeforeItStartsAndAgainWhenItEnds() throws InterruptedException {
    var linesWhileItRan = new AtomicInteger();
    var step =
        step(
            "a",
            context -> {
              linesWhileItRan.set((int) desk.desk.lines.head().size());
              return passed("ok");
            });
    try (var session = desk.open(step)) {
      session.start("a");
      session.awaitIdle();

      assertThat(words())
          .containsExactly("log.created", "run.opened", "step.started", "step.concluded");
      assertThat(linesWhileItRan).hasValue(3);
      assertThat(standing(session, "a")).isEqualTo(Standing.PASSED);
      assertThat(session.view().decision().isGo()).isTrue();
    }
    assertThat(words()).endsWith("run.paused");
  }

  @Test
  void independentStepsRunSideBySide() throws InterruptedException {
    var together = new CyclicBarrier(3);
    Scripted.Script meets =
        context -> {
          try {
            together.await(20, TimeUnit.SECONDS);
            return passed("met the others");
          } catch (java.util.concurrent.BrokenBarrierException
              | java.util.concurrent.TimeoutException alone) {
            return failed("ran alone");
          }
        };
    try (var session = desk.open(step("a", meets), step("b", meets), step("c", meets))) {
      session.startAutomatic();
      session.awaitIdle();

      assertThat(session.view().steps())
          .extracting(StepView::standing)
          .containsOnly(Standing.PASSED);
    }
  }

  @Test
  void aCancelledStepIsInterruptedNeverPassed() throws InterruptedException {
    var started = new CountDownLatch(1);
    var step =
        step(
            "a",
            context -> {
              started.countDown();
              new CountDownLatch(1).await();
              return passed("never");
            });
    try (var session = desk.open(step)) {
      session.start("a");
      started.await();
      assertThat(standing(session, "a")).isEqualTo(Standing.RUNNING);
      session.cancel("a");
      session.awaitIdle();

      assertThat(standing(session, "a")).isEqualTo(Standing.INTERRUPTED);
      assertThat(session.view().decision().isGo()).isFalse();
    }
  }

  @Test
  void aRetryKeepsTheFirstFailureAndShowsThePassAsFlaky() throws InterruptedException {
    var tries = new AtomicInteger();
    var rules = retried(2);
    try (var session =
        desk.open(
            RunDesk.step(
                "a",
                Scripted.check(
                    "a",
                    context ->
                        tries.incrementAndGet() < 3
                            ? failed("try " + tries)
                            : passed("try " + tries)),
                rules))) {
      session.start("a");
      session.awaitIdle();

      var state = session.state().step("a");
      assertThat(state.attempts())
          .extracting(attempt -> attempt.ending() == null ? "" : attempt.ending().outcome().word())
          .containsExactly("FAILED", "FAILED", "PASSED");
      assertThat(state.isFlaky()).isTrue();
    }
  }

  @Test
  void aDyingProcessLeavesAnInterruptedStepAndTheRunIsContinuedWhereItWas()
      throws InterruptedException {
    var first = desk.open(step("a", context -> passed("ok")), step("b", context -> passed("ok")));
    first.start("a");
    first.awaitIdle();
    // What a kill leaves: an attempt that was recorded as started, and no pause. Only the lock
    // goes, as the system would let go of it.
    var ledger = new Ledger(desk.desk.open());
    ledger.refresh();
    new Attempts(ledger, first.state().id())
        .started("b", desk.desk.ada, desk.bound, "inputs", "machine");
    letGo(first);

    try (var second =
        desk.open(step("a", context -> passed("ok")), step("b", context -> passed("ok")))) {
      var view = second.view();
      assertThat(view.state().id()).isEqualTo(first.state().id());
      assertThat(standing(second, "a")).isEqualTo(Standing.PASSED);
      assertThat(standing(second, "b")).isEqualTo(Standing.INTERRUPTED);
      assertThat(view.whereYouWere()).isNotNull();
      assertThat(view.whereYouWere().crashed()).isTrue();
      assertThat(view.whereYouWere().lastSteps()).containsExactly("Step a · PASSED");
    }
  }

  @Test
  void aSecondOwnerIsRefusedInASentence() {
    var step = step("a", context -> passed("ok"));
    try (var session = desk.open(step)) {
      assertThatThrownBy(() -> desk.open(step))
          .isInstanceOf(Problem.class)
          .hasMessageContaining("Another window or process is walking run " + session.state().id());
    }
  }

  @Test
  void aNewCommitMakesEvidenceStale() throws InterruptedException {
    try (var session = desk.open(step("a", context -> passed("ok")))) {
      session.start("a");
      session.awaitIdle();
      desk.bound = new Binding("90ab3c1d".repeat(5), "b".repeat(40), "main", false);
      desk.desk.clock.turn(Duration.ofMinutes(1));

      assertThat(standing(session, "a")).isEqualTo(Standing.STALE);
      assertThat(session.view().decision().isGo()).isFalse();
    }
  }

  @Test
  void aSecretReachesNeitherLogNorEvidenceNorScreen() throws InterruptedException {
    desk.secrets = Set.of("ADMIN_KEY");
    desk.environment = Map.of("ADMIN_KEY", "hunter2-hunter2");
    var step =
        step(
            "a",
            context -> {
              context.tap().line("out", "key is hunter2-hunter2");
              try {
                context
                    .tap()
                    .keep(
                        "stdout.txt",
                        "text/plain",
                        new ByteArrayInputStream(
                            "key=hunter2-hunter2\n".getBytes(StandardCharsets.UTF_8)));
              } catch (java.io.IOException unexpected) {
                throw new java.io.UncheckedIOException(unexpected);
              }
              assertThat(context.workplace().environment()).doesNotContainKey("ADMIN_KEY");
              return failed("refused hunter2-hunter2");
            });
    try (var session = desk.open(step)) {
      session.start("a");
      session.awaitIdle();
      session.note("a", "I typed hunter2-hunter2");

      assertThat(session.output("a").lines())
          .extracting(Output.Line::text)
          .containsExactly("key is [redacted ADMIN_KEY]");
      assertThat(desk.desk.lines.read(0, 100)).noneMatch(line -> line.text().contains("hunter2"));
      assertThat(desk.kept.values())
          .isNotEmpty()
          .noneMatch(bytes -> new String(bytes, StandardCharsets.UTF_8).contains("hunter2"));
    }
  }

  @Test
  void aNegativeStepPassesOnlyWhenItsCheckFails() throws InterruptedException {
    var usual = StepRules.USUAL;
    var negative =
        new StepRules(
            null,
            Set.of(),
            null,
            usual.weight(),
            usual.exits(),
            usual.freshness(),
            usual.pace(),
            true,
            Set.of());
    try (var session =
        desk.open(
            RunDesk.step(
                "works", Scripted.check("w", context -> failed("tampered copy refused")), negative),
            RunDesk.step("silent", Scripted.check("s", context -> passed("all fine")), negative),
            RunDesk.step(
                "unsure",
                Scripted.check(
                    "u", context -> Conclusion.of(new Outcome.Unavailable("no file"), "")),
                negative))) {
      session.startAutomatic();
      session.awaitIdle();

      assertThat(standing(session, "works")).isEqualTo(Standing.PASSED);
      assertThat(standing(session, "silent")).isEqualTo(Standing.FAILED);
      assertThat(standing(session, "unsure")).isEqualTo(Standing.UNAVAILABLE);
    }
  }

  @Test
  void aFreshRunAbortsTheOneBeforeIt() {
    var step = RunDesk.question("q");
    String first;
    try (var session = desk.open(step)) {
      session.answer("q", answer("yes"), List.of());
      first = session.state().id();
    }
    try (var session = desk.open(true, step)) {
      assertThat(session.state().id()).isNotEqualTo(first);
      assertThat(standing(session, "q")).isEqualTo(Standing.NOT_RUN);
    }
    var ledger = new Ledger(desk.desk.open());
    ledger.refresh();
    assertThat(ledger.run(first).orElseThrow().phase()).isEqualTo(RunState.Phase.ABORTED);
  }

  @Test
  void aClockThatWasSetBackIsSaidAndDoesNotChangeTheOrder() {
    var step = RunDesk.question("q");
    try (var session = desk.open(step)) {
      session.answer("q", answer("yes"), List.of());
    }
    desk.desk.clock.turn(Duration.ofHours(-2));
    try (var session = desk.open(step)) {
      assertThat(words()).contains("clock.stepped");
      assertThat(session.view().whereYouWere()).isNotNull();
      assertThat(session.view().whereYouWere().changes())
          .anyMatch(change -> change.startsWith("The clock was set back by 7200 seconds"));
      assertThat(standing(session, "q")).isEqualTo(Standing.PASSED);
    }
  }

  @Test
  void aStepThatVanishedFromTheChecklistIsNamedWhenTheRunIsContinued() {
    try (var session = desk.open(RunDesk.question("old"), RunDesk.question("q"))) {
      session.answer("old", answer("yes"), List.of());
    }
    try (var session = desk.open(RunDesk.question("renamed"), RunDesk.question("q"))) {
      assertThat(session.view().whereYouWere()).isNotNull();
      assertThat(session.view().whereYouWere().changes())
          .contains("The step old is no longer in the checklist.");
      assertThat(standing(session, "renamed")).isEqualTo(Standing.NOT_RUN);
    }
  }

  private static void letGo(RunSession session) {
    session.letGo();
  }

  private List<String> words() {
    return desk.desk.open().all().map(entry -> entry.event()).toList();
  }

  private static Standing standing(RunSession session, String step) {
    return session.view().step(step).orElseThrow().standing();
  }

  private static Answer answer(String text) {
    return new Answer(text, Answer.Origin.WINDOW);
  }

  private static Step step(String id, Scripted.Script script) {
    return RunDesk.step(id, Scripted.check(id, script));
  }

  private static StepRules retried(int times) {
    var usual = StepRules.USUAL;
    return new StepRules(
        null,
        Set.of(),
        null,
        usual.weight(),
        usual.exits(),
        usual.freshness(),
        new StepRules.Pace(null, times, Duration.ZERO, null),
        false,
        Set.of());
  }

  private static Conclusion passed(String observed) {
    return Conclusion.of(new Outcome.Passed(observed), "ok");
  }

  private static Conclusion failed(String observed) {
    return Conclusion.of(new Outcome.Failed(observed), "ok");
  }
}
