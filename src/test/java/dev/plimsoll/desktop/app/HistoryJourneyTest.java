package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Place;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
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

/// The history page in the real window, with the keyboard alone.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class HistoryJourneyTest {
  private OpenWindow window;
  @TempDir Path folder;

  @Start
  void start(Stage stage) throws Exception {
    var showcase = Showcase.in(folder);
    window = new OpenWindow(stage, showcase, new Arrival.ToWork());
    try (var project = window.plimsoll.project(showcase.repository)) {
      project.trust(project.trustQuestion().digest());
      for (var version : List.of("1.5.0", "1.6.0")) {
        try (var run = project.release(version).open("pre-release", showcase.options())) {
          if (version.equals("1.5.0")) {
            Showcase.walkPreRelease(run);
          }
        }
      }
    }
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::close);
  }

  @Test
  void wordsAreSearchedNarrowedDownAndALineIsOpenedByKeys(FxRobot robot) {
    window.go(robot, new Place.History());
    OpenWindow.await(() -> table(robot).getItems().size() == 2);

    type(robot, KeyCode.SLASH);
    assertThat(window.scene().getFocusOwner()).isInstanceOf(TextField.class);
    robot.write("redis");
    OpenWindow.await(() -> said(robot).contains("only “redis”"));
    type(robot, KeyCode.ENTER);
    OpenWindow.await(() -> selected(robot) != null);
    type(robot, KeyCode.DIGIT2);
    OpenWindow.await(() -> !table(robot).getItems().isEmpty());
    assertThat(table(robot).getItems().toString()).contains("1.5.0").doesNotContain("1.6.0");

    robot.interact(() -> window.find(robot, "#history-since").requestFocus());
    type(robot, KeyCode.DOWN);
    OpenWindow.await(() -> said(robot).contains("today"));
    type(robot, KeyCode.C);
    assertThat(said(robot)).as("a letter in a choice is no shortcut").contains("redis");

    robot.interact(() -> table(robot).requestFocus());
    type(robot, KeyCode.ENTER);
    OpenWindow.await(() ->
        window
            .workbench
            .journey()
            .place()
            .get()
            .equals(
                new Place.ChecklistRun(
                    window.showcase.repository, Showcase.VERSION, "pre-release")));
  }

  @Test
  void whatNarrowsIsSaidAndTakenAwayWithOneKey(FxRobot robot) {
    window.go(robot, new Place.History());
    type(robot, KeyCode.DIGIT2);
    OpenWindow.await(() -> table(robot).getItems().size() == 2);
    var state = (ComboBox<?>) window.find(robot, "#history-state");
    robot.interact(() -> state.getSelectionModel().select(3));
    window.find(robot, "Nothing found");
    assertThat(said(robot)).isEqualTo("0 of 0 shown · only sealed");

    robot.interact(() -> table(robot).requestFocus());
    type(robot, KeyCode.C);
    OpenWindow.await(() -> table(robot).getItems().size() == 2);
    assertThat(state.getValue()).hasToString("Any state");
    assertThat(said(robot)).isEqualTo("2 of 2 shown");
    assertThat(window.find(robot, "#history-clear").isDisabled()).isTrue();
  }

  private void type(FxRobot robot, KeyCode key) {
    robot.press(key).release(key);
    robot.interact(() -> {});
  }

  private TableView<?> table(FxRobot robot) {
    return (TableView<?>) window.find(robot, ".table-view");
  }

  private Object selected(FxRobot robot) {
    return table(robot).getSelectionModel().getSelectedItem();
  }

  private String said(FxRobot robot) {
    return ((Labeled) window.find(robot, "#history-said")).getText();
  }
}
