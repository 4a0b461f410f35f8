package dev.plimsoll.desktop.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class BottomBarTest {
  private final BottomBar bar = new BottomBar();

  @Start
  void start(Stage stage) {
    bar.says(new Label("No-go yet"));
    stage.setScene(new Scene(bar, 1000, 100));
    stage.show();
  }

  @Test
  void whatFitsStandsInOneLineWhateverTheWidthsOfItsButtons(FxRobot robot) {
    var broken = new ArrayList<Double>();
    for (var width = 80.0; width < 82; width += 0.1) {
      var buttons = Stream.of(width, width, width).map(BottomBarTest::block).toArray(Node[]::new);
      robot.interact(() -> {
        bar.offers(buttons);
        bar.applyCss();
        bar.layout();
      });
      if (Stream.of(buttons).mapToDouble(Node::getLayoutY).distinct().count() > 1) {
        broken.add(width);
      }
    }
    assertThat(broken).isEmpty();
  }

  @Test
  void wordsOfWhichOnlyALetterWouldFitAreNotShown(FxRobot robot) {
    var seen = new ArrayList<Boolean>();
    robot.interact(() -> {
      var insets = bar.getInsets();
      var inside = bar.getWidth() - insets.getLeft() - insets.getRight();
      var words = bar.lookup(".label").getParent();
      for (var left : List.of(40.0, 400.0)) {
        bar.offers(block(inside - left));
        bar.applyCss();
        bar.layout();
        seen.add(words.isVisible());
      }
    });
    assertThat(seen).containsExactly(false, true);
  }

  @Test
  void theKeysOfTheButtonsGiveWayToTheWords(FxRobot robot) {
    var words = new Label("6 failed steps, 12 still open, and what else there is to say.");
    words.setMinWidth(0);
    var run = KeyHint.button(Action.always("Run what failed", "Ctrl+R", () -> {}));
    var pause = KeyHint.button(Action.always("Pause", "P", () -> {}));
    robot.interact(() -> {
      bar.says(words);
      bar.offers(run, pause);
      laidOut(1000);
      assertThat(run.getContentDisplay()).isEqualTo(ContentDisplay.RIGHT);
      var all = words.prefWidth(-1) + run.getWidth() + pause.getWidth() + 12;

      laidOut(all - 10);
      assertThat(List.of(run.getContentDisplay(), pause.getContentDisplay()))
          .containsOnly(ContentDisplay.TEXT_ONLY);
      assertThat(words.getWidth()).isGreaterThanOrEqualTo(words.prefWidth(-1));
      assertThat(run.getLayoutY()).isEqualTo(pause.getLayoutY());

      laidOut(1000);
      assertThat(run.getContentDisplay()).isEqualTo(ContentDisplay.RIGHT);
    });
  }

  private void laidOut(double width) {
    bar.resize(width, 100);
    bar.applyCss();
    bar.layout();
  }

  private static Region block(double width) {
    var block = new Region();
    block.setPrefSize(width, 20);
    block.setMinSize(width, 20);
    block.setMaxSize(width, 20);
    return block;
  }
}
