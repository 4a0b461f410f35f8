package dev.plimsoll.desktop.screen.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Standing;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
}
