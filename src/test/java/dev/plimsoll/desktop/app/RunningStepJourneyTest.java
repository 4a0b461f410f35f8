package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.history.HistoryFilter;
import dev.plimsoll.core.history.Page;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
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

/// A step that takes its time, with keys alone.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class RunningStepJourneyTest {
  private static final String LIST =
      """
      schema: plimsoll/checklist/v1
      id: pre-release
      title: Pre-release
      category: pre-release
      mode: do-confirm
      order: free
      sections:
        - id: all
          title: All
          steps:
            - id: slow
              title: It takes its time
              command: {run: [sh, -c, "touch began; while [ ! -e go ]; do sleep 0.1; done"]}
            - id: seen
              title: Somebody looked
              ask: {challenge: "Was it seen?"}
      """;

  private OpenWindow window;
  @TempDir Path folder;

  @Start
  void start(Stage stage) throws Exception {
    var showcase = Showcase.in(folder);
    showcase.commit(".plimsoll/checklists/pre-release.yaml", LIST, "Take time");
    showcase.commit(".gitignore", "began\ngo\n", "Leave the signals of a test aside");
    window = new OpenWindow(stage, showcase, new Arrival.ToWork());
    try (var project = window.plimsoll.project(showcase.repository)) {
      project.trust(project.trustQuestion().digest());
    }
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::close);
  }

  @Test
  void enterGoesOnToTheNextOpenStepAndStopsNothing(FxRobot robot) throws Exception {
    begin(robot);
    window.find(robot, "Next open step");
    type(robot, KeyCode.ENTER);

    window.find(robot, "Was it seen?");
    Files.createFile(window.showcase.repository.resolve("go"));
    OpenWindow.await(() -> standing() == Standing.PASSED);
  }

  @Test
  void whereNothingIsOpenNoButtonLeadsToTheNext(FxRobot robot) throws Exception {
    begin(robot);
    Files.createFile(window.showcase.repository.resolve("go"));
    OpenWindow.await(() -> standing() == Standing.PASSED);
    type(robot, KeyCode.ENTER);
    window.find(robot, "Was it seen?");
    OpenWindow.await(() -> around(robot, "Run all checks").isDisabled()); // none is left to run
    type(robot, KeyCode.ENTER);

    OpenWindow.await(() -> !around(robot, "Finish checklist").isDisabled());
    assertThat(OpenWindow.isGone(robot, "Next open step")).isTrue();
  }

  /// The button with these words.
  private Node around(FxRobot robot, String words) {
    Node node = window.find(robot, words);
    while (!(node instanceof Button)) {
      node = node.getParent();
    }
    return node;
  }

  @Test
  void escapeStopsIt(FxRobot robot) throws Exception {
    begin(robot);
    type(robot, KeyCode.ESCAPE);

    OpenWindow.await(() -> standing() == Standing.INTERRUPTED);
    assertThat(window.showcase.repository.resolve("go")).doesNotExist();
  }

  private void begin(FxRobot robot) throws Exception {
    var began = window.showcase.repository.resolve("began");
    window.go(
        robot, new Place.ChecklistRun(window.showcase.repository, Showcase.VERSION, "pre-release"));
    window.find(robot, "#steps");
    type(robot, KeyCode.R);
    OpenWindow.await(() -> Files.exists(began));
    window.find(robot, "Stop");
  }

  private Standing standing() {
    var history = window.plimsoll.history();
    var run = history.runs(HistoryFilter.ALL, Page.first(1)).getFirst();
    return history.steps(run).getFirst().standing();
  }

  private void type(FxRobot robot, KeyCode key) {
    robot.press(key).release(key);
    robot.interact(() -> {});
  }
}
