package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.StepView;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ExpectedObservedTest {
  private Stage stage;

  @Start
  void start(Stage given) {
    stage = given;
  }

  @ParameterizedTest
  @CsvSource({"PASSED, 220", "PASSED, 600", "INCONCLUSIVE, 220", "NOT_APPLICABLE, 240"})
  void neitherTheNameNorTheStandingIsCutHoweverNarrowItIs(
      Standing standing, double width, FxRobot robot) {
    robot.interact(() -> {
      var both = new ExpectedObserved();
      both.show(Views.of().check("a", standing).view().steps().getFirst());
      stage.setScene(new Scene(new VBox(both), width, 400));
      stage.show();
      both.getScene().getRoot().applyCss();
      both.getScene().getRoot().layout();

      var titles = new ArrayList<Node>(both.lookupAll(".field-name"));
      titles.addAll(both.lookupAll(".step-word"));
      assertThat(titles).hasSizeGreaterThanOrEqualTo(3);
      assertThat(titles)
          .allSatisfy(title -> {
            var label = (Label) title;
            assertThat(label.getWidth())
                .as(label.getText())
                .isGreaterThanOrEqualTo(label.prefWidth(-1) - 0.5);
          });
    });
  }

  @Test
  void onlyTheMiddleOfAValueThatDiffersIsMarkedAndWhatHeldIsTicked(FxRobot robot) {
    var both = shown(robot, view(Standing.FAILED));
    assertThat(both.lookupAll(".differs"))
        .extracting(node -> ((Text) node).getText())
        .containsExactly("nothing", "everything else");
    assertThat(icons(both)).containsExactly(Feather.CHECK, Feather.X, Feather.CHECK);
  }

  @Test
  void whileItRunsAgainTheTryBeforeIsToldAsEarlier(FxRobot robot) {
    var both = shown(robot, view(Standing.FAILED));
    robot.interact(() -> both.show(view(Standing.RUNNING)));
    assertThat(icons(both)).containsExactly(Feather.MINUS, Feather.MINUS, Feather.MINUS);
    assertThat(both.lookupAll(".label"))
        .extracting(node -> ((Label) node).getText())
        .contains("running …", "Earlier try: failed, 200 in 150 ms")
        .noneMatch(text -> text.startsWith("saw "));
  }

  /// A step that was tried; where it runs again, the new attempt waits and is not in the log yet.
  private static StepView view(Standing standing) {
    var expectation = "body jsonpath \"$.is\" == \"nothing is lost\"";
    return Views.of()
        .check("a", standing)
        .expected("status == 200; " + expectation + "; duration < 900ms")
        .state(
            Views.tried(
                "a",
                new Outcome.Failed(
                    "200 in 150 ms",
                    List.of(
                        Finding.error(
                            "Expected " + expectation + ", saw 'everything else is lost'.")))))
        .view()
        .steps()
        .getFirst();
  }

  private ExpectedObserved shown(FxRobot robot, StepView view) {
    var both = new AtomicReference<ExpectedObserved>();
    robot.interact(() -> {
      both.set(new ExpectedObserved());
      both.get().show(view);
      stage.setScene(new Scene(new VBox(both.get()), 700, 400));
      stage.show();
    });
    return both.get();
  }

  private static List<Ikon> icons(ExpectedObserved both) {
    return both.lookupAll(".top > .ikonli-font-icon").stream()
        .map(node -> ((FontIcon) node).getIconCode())
        .toList();
  }
}
