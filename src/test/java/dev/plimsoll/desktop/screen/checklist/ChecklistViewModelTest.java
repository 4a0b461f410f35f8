package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Question.AnswerForm;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.Output;
import dev.plimsoll.desktop.task.TaskRunner;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChecklistViewModelTest {
  private final List<Problem> told = new ArrayList<>();

  private ChecklistViewModel over(WalkByHand walk) {
    return over(walk, new TaskRunner(Runnable::run, Runnable::run));
  }

  private ChecklistViewModel over(WalkByHand walk, TaskRunner tasks) {
    return new ChecklistViewModel(walk, tasks, InstantSource.fixed(Views.NOW), told::add);
  }

  private static Views threeSteps(Standing first, Standing second, Standing third) {
    return Views.of()
        .check("unit", first)
        .ask("reviewed", new AnswerForm.Confirm(), second)
        .check("lint", third);
  }

  @Test
  void theFirstLookGoesToTheCurrentStep() {
    var walk =
        new WalkByHand(threeSteps(Standing.PASSED, Standing.NOT_RUN, Standing.NOT_RUN).view());
    var model = over(walk);

    model.look();

    assertThat(model.selectedProperty().get()).isEqualTo("reviewed");
    assertThat(model.rows()).hasSize(4);
  }

  @Test
  void anAnswerThatSettlesItsStepLeadsToTheNextOpenOne() {
    var walk =
        new WalkByHand(threeSteps(Standing.PASSED, Standing.NOT_RUN, Standing.NOT_RUN).view());
    walk.onAct =
        () -> walk.view = threeSteps(Standing.PASSED, Standing.PASSED, Standing.NOT_RUN).view();
    var model = over(walk);
    model.look();

    model.settle(
        acts -> acts.answer("reviewed", new Answer("yes", Answer.Origin.WINDOW), List.of()),
        () -> {});

    assertThat(walk.acts).containsExactly("answer reviewed yes WINDOW 0");
    assertThat(model.selectedProperty().get()).isEqualTo("lint");
  }

  @Test
  void anAnswerThatFailsStaysAtItsStep() {
    var walk =
        new WalkByHand(threeSteps(Standing.PASSED, Standing.NOT_RUN, Standing.NOT_RUN).view());
    walk.onAct =
        () -> walk.view = threeSteps(Standing.PASSED, Standing.FAILED, Standing.NOT_RUN).view();
    var model = over(walk);
    model.look();

    model.settle(
        acts -> acts.answer("reviewed", new Answer("no", Answer.Origin.WINDOW), List.of()),
        () -> {});

    assertThat(model.selectedProperty().get()).isEqualTo("reviewed");
    assertThat(model.stepProperty().get().standing()).isEqualTo(Standing.FAILED);
  }

  @Test
  void aStepThatAMachinePassesIsNotLeftInADoConfirmList() {
    var walk =
        new WalkByHand(threeSteps(Standing.RUNNING, Standing.NOT_RUN, Standing.NOT_RUN).view());
    var model = over(walk);
    model.look();
    walk.view = threeSteps(Standing.PASSED, Standing.NOT_RUN, Standing.NOT_RUN).view();

    model.look();

    assertThat(model.selectedProperty().get()).isEqualTo("unit");
  }

  @Test
  void inAReadDoListThePageGoesAlongWithTheCurrentStep() {
    var walk =
        new WalkByHand(
            threeSteps(Standing.RUNNING, Standing.NOT_RUN, Standing.NOT_RUN)
                .mode(Checklist.Mode.READ_DO)
                .view());
    var model = over(walk);
    model.look();
    walk.view =
        threeSteps(Standing.PASSED, Standing.NOT_RUN, Standing.NOT_RUN)
            .mode(Checklist.Mode.READ_DO)
            .view();

    model.look();

    assertThat(model.selectedProperty().get()).isEqualTo("reviewed");
  }

  @Test
  void aRefusedActIsToldAndThePageCanActAgain() {
    var walk =
        new WalkByHand(threeSteps(Standing.NOT_RUN, Standing.NOT_RUN, Standing.NOT_RUN).view());
    walk.refusal = Problem.of("Not started", "It is paused.", "Resume it.");
    var model = over(walk);
    model.look();

    model.act(acts -> acts.start("unit"));
    walk.refusal = null;
    model.act(acts -> acts.start("unit"));

    assertThat(told).extracting(Problem::what).containsExactly("Not started");
    assertThat(walk.acts).containsExactly("start unit");
    assertThat(model.actingProperty().get()).isFalse();
  }

  @Test
  void nothingCanBeDoneToARunThatIsOnlyLookedAt() {
    var walk =
        new WalkByHand(threeSteps(Standing.NOT_RUN, Standing.NOT_RUN, Standing.NOT_RUN).view());
    walk.readOnly = true;
    var model = over(walk);
    model.look();

    model.act(acts -> acts.start("unit"));

    assertThat(model.isReadOnly()).isTrue();
    assertThat(walk.acts).isEmpty();
  }

  @Test
  void onlyRowsThatChangedAreReplaced() {
    var walk =
        new WalkByHand(threeSteps(Standing.NOT_RUN, Standing.NOT_RUN, Standing.NOT_RUN).view());
    var model = over(walk);
    model.look();
    var replaced = new ArrayList<Integer>();
    model
        .rows()
        .addListener(
            (javafx.collections.ListChangeListener<StepRow>)
                change -> {
                  while (change.next()) {
                    replaced.add(change.getFrom());
                  }
                });

    model.look();
    walk.view = threeSteps(Standing.PASSED, Standing.NOT_RUN, Standing.NOT_RUN).view();
    model.look();

    // the section's count, the step itself, and the one that has become the current one
    assertThat(replaced).containsExactly(0, 1, 2);
  }

  @Test
  void aLookAskedForDuringALookFollowsIt() {
    var walk =
        new WalkByHand(threeSteps(Standing.NOT_RUN, Standing.NOT_RUN, Standing.NOT_RUN).view());
    Deque<Runnable> background = new ArrayDeque<>();
    var model = over(walk, new TaskRunner(background::add, Runnable::run));
    model.look();
    model.look();
    model.look();
    assertThat(background).hasSize(1);

    background.remove().run();

    // one for the looks that were asked for, or for the step that was chosen: never more than one
    assertThat(background).hasSize(1);
  }

  @Test
  void theOutputOfAnotherStepIsNeverShown() {
    var walk =
        new WalkByHand(threeSteps(Standing.RUNNING, Standing.NOT_RUN, Standing.NOT_RUN).view());
    walk.output = new Output(1, List.of(new Output.Line("out", "of unit")));
    Deque<Runnable> background = new ArrayDeque<>();
    var model = over(walk, new TaskRunner(background::add, Runnable::run));
    model.look();
    background.remove().run();
    model.select("lint");
    walk.output = Output.NONE;

    while (!background.isEmpty()) {
      background.remove().run();
    }

    assertThat(model.selectedProperty().get()).isEqualTo("lint");
    assertThat(model.outputProperty().get().lines()).isEmpty();
  }

  @Test
  void theResponsesOfAnotherStepAreNeverShownAndThoseOfTheSameOneAreKept() {
    var walk =
        new WalkByHand(threeSteps(Standing.RUNNING, Standing.NOT_RUN, Standing.NOT_RUN).view());
    walk.output = new Output(0, List.of(), SeriesOf.responses(120, 3));
    var model = over(walk);
    model.look();
    model.select("unit");
    assertThat(model.seriesProperty().get().count()).isEqualTo(120);

    walk.output = new Output(0, List.of(), SeriesOf.responses(10_000, 3));
    model.look();
    assertThat(model.seriesProperty().get().count()).isEqualTo(10_000);

    walk.output = Output.NONE;
    model.select("lint");
    assertThat(model.seriesProperty().get().isEmpty()).isTrue();
  }

  @Test
  void theNextOpenStepIsLookedForBelowFirstAndThenFromTheTop() {
    var walk =
        new WalkByHand(
            Views.of()
                .check("a", Standing.FAILED)
                .check("b", Standing.PASSED)
                .check("c", Standing.PASSED)
                .check("d", Standing.STALE)
                .state(Views.tried("a", new Outcome.Failed("exit code 1")))
                .view());
    var model = over(walk);
    model.look();
    model.select("b");

    model.selectNextOpen();
    assertThat(model.selectedProperty().get()).isEqualTo("d");
    model.selectNextOpen();
    assertThat(model.selectedProperty().get()).isEqualTo("a");
  }
}
