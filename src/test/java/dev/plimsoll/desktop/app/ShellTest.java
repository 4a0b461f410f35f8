package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Look;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Settle;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class ShellTest {
  private OpenWindow window;
  private Stage stage;
  @TempDir Path folder;

  @Start
  void start(Stage primary) throws Exception {
    stage = primary;
    window = new OpenWindow(primary, Showcase.in(folder), new Arrival.ToWork());
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::close);
  }

  @Test
  void thePaletteLeadsToAPlaceByAFewLetters(FxRobot robot) {
    window.find(robot, "#try-sample");
    robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    window.find(robot, "#palette-query");
    robot.write("sett");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

    window.find(robot, "#theme-dark");
    assertThat(window.workbench.journey().place().get()).isEqualTo(new Place.Settings());
  }

  @Test
  void thePaletteLeadsToWhereAKeyIsChosen(FxRobot robot) {
    window.find(robot, "#try-sample");
    robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    window.find(robot, "#palette-query");
    robot.write("choose a k");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

    window.find(robot, "#theme-dark");
    assertThat(window.workbench.journey().place().get()).isEqualTo(new Place.Settings());
  }

  @Test
  void theKeyboardStaysInAPanelAndEscapeLeavesItWithoutDoingAnything(FxRobot robot) {
    window.click(robot, "#try-sample");
    window.find(robot, "#sample-folder");
    for (var i = 0; i < 12; i++) {
      robot.press(KeyCode.TAB).release(KeyCode.TAB);
      assertThat(isInside(window.scene().getFocusOwner(), "panel")).as("after Tab " + i).isTrue();
    }
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);

    OpenWindow.await(() -> OpenWindow.isGone(robot, "#sample-folder"));
    assertThat(folder.resolve("plimsoll-sample")).doesNotExist();
  }

  @Test
  void theColoursFollowTheSettingAtOnceAndAreKept(FxRobot robot) {
    window.go(robot, new Place.Settings());
    window.click(robot, "#theme-dark");
    Settle.window(robot, window.scene());

    var ground = window.scene().getRoot().lookup(".page-header");
    assertThat(brightness(ground)).isLessThan(0.3);
    assertThat(new PreferencesFile(folder.resolve("home")).read().look().theme())
        .isEqualTo(Look.Theme.DARK);
  }

  @Test
  void atTwiceTheTextSizeNothingIsCutOffSideways(FxRobot robot) {
    window.go(robot, new Place.Project(window.showcase.repository));
    window.find(robot, "#trust");
    robot.interact(() -> new Look(Look.Theme.LIGHT, 200).applyTo(window.scene()));
    Settle.window(robot, window.scene());

    var width = window.scene().getWidth();
    for (var node : window.scene().getRoot().lookupAll(".page .label")) {
      if (node instanceof Labeled label
          && node.isVisible()
          && !node.getStyleClass().contains("mono")) {
        var right = label.localToScene(label.getBoundsInLocal()).getMaxX();
        assertThat(right).as(label.getText()).isLessThanOrEqualTo(width + 0.5);
      }
    }
  }

  @Test
  void inTheSmallestWindowTheFootOfAPageStaysInSight(FxRobot robot) throws Exception {
    robot.interact(() -> {
      stage.setWidth(960);
      stage.setHeight(680);
    });
    window.go(robot, new Place.Release(window.showcase.repository, Showcase.VERSION));
    var seal = window.find(robot, "#seal");

    var bounds = seal.localToScene(seal.getBoundsInLocal());
    assertThat(bounds.getMaxX()).isLessThanOrEqualTo(window.scene().getWidth());
    assertThat(bounds.getMaxY()).isLessThanOrEqualTo(window.scene().getHeight());
  }

  @Test
  void whatNobodyExpectedIsToldAsASentence(FxRobot robot) {
    robot.interact(() -> window.workbench.tell(new IllegalStateException("row 7")));
    window.find(robot, ".error-panel");
    assertThat(OpenWindow.isGone(robot, "row 7")).isTrue();
  }

  private static double brightness(Node node) {
    var region = (javafx.scene.layout.Region) node;
    var fill = region.getBackground().getFills().getLast().getFill();
    return ((javafx.scene.paint.Color) fill).getBrightness();
  }

  private static boolean isInside(Node node, String styleClass) {
    for (var at = node; at != null; at = at.getParent()) {
      if (at.getStyleClass().contains(styleClass)) {
        return true;
      }
    }
    return false;
  }
}
