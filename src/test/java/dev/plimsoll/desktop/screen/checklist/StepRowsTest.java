package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Question.AnswerForm;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.StepRules;
import dev.plimsoll.core.model.VerbKind;
import dev.plimsoll.desktop.kit.Tone;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepRowsTest {
  private static StepRow.Line line(Views views, String id) {
    return StepRows.of(views.view(), Views.NOW).stream()
        .filter(row -> row instanceof StepRow.Line line && line.id().equals(id))
        .map(StepRow.Line.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> marks(StepRow.Line line) {
    return line.marks().stream().map(StepRow.Mark::word).toList();
  }

  @Test
  void aSectionSaysHowFarItCameAndThatSomethingFailed() {
    var rows =
        StepRows.of(
            Views.of()
                .check("a", Standing.PASSED)
                .check("b", Standing.WAIVED)
                .check("c", Standing.FAILED)
                .view(),
            Views.NOW);

    assertThat(rows.getFirst())
        .isEqualTo(new StepRow.Head("1 · Everything", "2 of 3", Tone.BAD, ""));
  }

  @Test
  void whatAPersonAnswersIsMarkedByHandAndWhatTheMachineSensesHasItsTime() {
    var views =
        Views.of()
            .ask("reviewed", new AnswerForm.Text(), Standing.NOT_RUN)
            .check("unit", Standing.PASSED)
            .state(Views.tried("unit", new Outcome.Passed("312 passed")));

    assertThat(marks(line(views, "reviewed"))).containsExactly("by hand");
    assertThat(line(views, "reviewed").below()).isEqualTo("a person answers");
    assertThat(marks(line(views, "unit"))).containsExactly("41 s");
    assertThat(line(views, "unit").sight().kind()).isEqualTo(VerbKind.CHECK);
  }

  @Test
  void aFailedStepSaysWhichAttemptItWas() {
    var views =
        Views.of()
            .check("unit", Standing.FAILED)
            .state(
                Views.tried(
                    "unit", new Outcome.Failed("not set"), new Outcome.Failed("known default")));

    assertThat(line(views, "unit").below()).isEqualTo("attempt 2 · known default");
  }

  @Test
  void aStepThatPassedAfterItFailedOnTheSameCommitIsCalledFlaky() {
    var views =
        Views.of()
            .check("unit", Standing.PASSED)
            .state(
                Views.tried(
                    "unit", new Outcome.Failed("1 failed"), new Outcome.Passed("all pass")));

    assertThat(line(views, "unit").below()).isEqualTo("flaky · all pass");
  }

  @Test
  void aRunningStepShowsItsStopwatch() {
    assertThat(line(Views.of().check("unit", Standing.RUNNING), "unit").below()).isEqualTo("0:03");
  }

  @Test
  void inAReadDoListTheLaterStepsWait() {
    var views =
        Views.of()
            .mode(Checklist.Mode.READ_DO)
            .check("a", Standing.NOT_RUN)
            .check("b", Standing.NOT_RUN);

    assertThat(line(views, "a").sight().current()).isTrue();
    assertThat(line(views, "b").sight().waiting()).isTrue();
    assertThat(line(views, "b").below()).isEqualTo("waits for its turn");
  }

  @Test
  void killerIrreversibleNegativeAndOptionalStepsSaySo() {
    var usual = StepRules.USUAL;
    var rules =
        new StepRules(
            null,
            Set.of(),
            null,
            new StepRules.Weight(true, true, true),
            usual.exits(),
            usual.freshness(),
            usual.pace(),
            true,
            Set.of());
    var views = Views.of().step("push", new Views.Saying(VerbKind.ACTION), rules, Standing.NOT_RUN);

    assertThat(marks(line(views, "push")))
        .containsExactly("killer", "irreversible", "negative", "optional");
  }

  @Test
  void everyStandingHasAWordOrAnObservation() {
    for (var standing : Standing.values()) {
      var line = line(Views.of().check("a", standing), "a");
      assertThat(line.sight().standing().words()).isNotBlank();
    }
  }
}
