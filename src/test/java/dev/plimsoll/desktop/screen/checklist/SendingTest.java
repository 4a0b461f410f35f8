package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Host;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.StepRules;
import dev.plimsoll.core.model.Traffic;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import dev.plimsoll.core.run.TrafficPlan;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.Panel;
import dev.plimsoll.desktop.kit.TestSurroundings;
import dev.plimsoll.desktop.task.TaskRunner;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// What a person is asked before a burst goes to a service elsewhere.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class SendingTest {
  private static final TrafficPlan.Part BURST =
      new TrafficPlan.Part("limit", "The limit is kept", 61, true, Duration.ofSeconds(60));
  private static final TrafficPlan.Target ELSEWHERE =
      new TrafficPlan.Target(new Host("api.example.org", 443), List.of(BURST));

  /// Sends what it says.
  private record Sends(long requests) implements Verb {
    @Override
    public String word() {
      return "http";
    }

    @Override
    public VerbKind kind() {
      return VerbKind.CHECK;
    }

    @Override
    public String expected() {
      return "status == 200";
    }

    @Override
    public List<String> describe() {
      return List.of();
    }

    @Override
    public List<Traffic> traffic() {
      return List.of(new Traffic("{url}/", requests, requests > 1, null));
    }
  }

  private final TestSurroundings window = new TestSurroundings();
  private final List<Problem> told = new ArrayList<>();
  private WalkByHand walk;
  private Sending sending;

  @BeforeEach
  void open() {
    walk =
        new WalkByHand(
            Views.of()
                .step("health", new Sends(1), StepRules.USUAL, Standing.FAILED)
                .step("limit", new Sends(61), StepRules.USUAL, Standing.NOT_RUN)
                .state(Views.tried("health", new Outcome.Failed("503")))
                .view());
    var model =
        new ChecklistViewModel(
            walk,
            new TaskRunner(Runnable::run, Runnable::run),
            InstantSource.fixed(Views.NOW),
            told::add);
    model.look();
    sending = new Sending(model, window.surroundings());
  }

  @Test
  void nobodyIsAskedWhereNothingGoesElsewhere(FxRobot robot) {
    robot.interact(() -> sending.all());
    assertThat(window.panels).isEmpty();
    assertThat(walk.acts).containsExactly("start everything");
  }

  @Test
  void aBurstElsewhereStartsNothingUntilAPersonAgrees(FxRobot robot) {
    walk.toConfirm = List.of(ELSEWHERE);
    robot.interact(() -> sending.all());
    assertThat(walk.acts).isEmpty();
    assertThat(window.panel().isGrave()).isTrue();

    robot.interact(() -> button(window.panel(), "Send 61 requests").perform());
    assertThat(walk.acts).containsExactly("confirm api.example.org", "start everything");
  }

  @Test
  void theOthersRunWithoutIt(FxRobot robot) {
    walk.toConfirm = List.of(ELSEWHERE);
    robot.interact(() -> sending.all());
    robot.interact(() -> button(window.panel(), "Run the others").perform());
    assertThat(walk.acts).containsExactly("start everything");
  }

  @Test
  void leavingTheQuestionStartsNothing(FxRobot robot) {
    walk.toConfirm = List.of(ELSEWHERE);
    robot.interact(() -> sending.one("limit"));
    assertThat(window.panel().others()).extracting(Action::name).containsExactly("Not now");
    robot.interact(() -> button(window.panel(), "Not now").perform());
    assertThat(walk.acts).isEmpty();
  }

  @Test
  void aStepThatSendsNoBurstIsNotAskedAbout(FxRobot robot) {
    walk.toConfirm = List.of(ELSEWHERE);
    robot.interact(() -> sending.one("health"));
    assertThat(walk.acts).containsExactly("start health");
  }

  @Test
  void onlyWhatFailedIsStartedAgain(FxRobot robot) {
    walk.toConfirm = List.of(ELSEWHERE);
    robot.interact(() -> sending.failed());
    assertThat(window.panels).as("the burst was never tried").isEmpty();
    assertThat(walk.acts).containsExactly("startFailed");
  }

  private static Action button(Panel panel, String name) {
    var all = new ArrayList<>(panel.others());
    var primary = panel.primary();
    if (primary != null) {
      all.add(primary);
    }
    return all.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
  }
}
