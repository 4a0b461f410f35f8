package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Standing;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
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

/// A check that fails on a real repository, and its ways out, with keys alone.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class FailingCheckJourneyTest {
  private static final String LIST =
      """
      schema: plimsoll/checklist/v1
      id: pre-release
      title: Pre-release
      category: pre-release
      mode: do-confirm
      order: free
      sections:
        - id: words
          title: Words
          steps:
            - id: changelog
              title: The changelog tells of this version
              changelog: CHANGELOG.md
      """;
  private static final String UNDATED =
      """
      # Changelog

      ## [1.5.0]

      ### Added

      - An overview for administrators.
      """;

  private OpenWindow window;
  @TempDir Path folder;

  @Start
  void start(Stage stage) throws Exception {
    var showcase = Showcase.in(folder);
    var file = ".plimsoll/checklists/pre-release.yaml";
    showcase.commit(file, LIST, "Check the changelog");
    showcase.commit("CHANGELOG.md", UNDATED, "Write the changelog");
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
  void itIsFixedCommittedAndRunAgain(FxRobot robot) throws Exception {
    fail(robot);
    assertThat(Files.readAllLines(repository("CHANGELOG.md")).get(2)).isEqualTo("## [1.5.0]");
    window.find(robot, "CHANGELOG.md:3");
    assertThat(robot.lookup(".finding-words .label").queryAllAs(Labeled.class))
        .anyMatch(words -> words.getText().startsWith("Next: "));
    for (var exit : new String[] {"Fix and run again", "Waive…", "Give up…"}) {
      window.find(robot, exit);
    }

    type(robot, KeyCode.L);
    robot.interact(
        () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("CHANGELOG.md:3"));

    var today = LocalDate.now(ZoneOffset.UTC);
    window.showcase.commit(
        "CHANGELOG.md", UNDATED.replace("[1.5.0]", "[1.5.0] - " + today), "Date the changelog");
    type(robot, KeyCode.R);

    OpenWindow.await(() -> standing() == Standing.PASSED);
    window.find(robot, "Attempts");
    assertThat(attempts()).isEqualTo(2);
  }

  @Test
  void itIsWaivedWithAReason(FxRobot robot) throws Exception {
    fail(robot);
    type(robot, KeyCode.W);
    window.find(robot, "#reason");
    robot.write("dated tomorrow");
    OpenWindow.await(() -> written(robot).equals("dated tomorrow"));
    type(robot, KeyCode.ENTER);

    OpenWindow.await(() -> step().said().waived() != null);
    assertThat(step().said().waived().reason()).isEqualTo("dated tomorrow");
  }

  @Test
  void theRunIsGivenUp(FxRobot robot) throws Exception {
    fail(robot);
    type(robot, KeyCode.S);
    window.find(robot, "#reason");
    robot.write("another day");
    OpenWindow.await(() -> written(robot).equals("another day"));
    type(robot, KeyCode.TAB);
    type(robot, KeyCode.TAB);
    type(robot, KeyCode.SPACE);

    OpenWindow.await(() ->
        window.plimsoll.history().runs(dev.plimsoll.core.history.HistoryFilter.ALL, one()).stream()
            .anyMatch(run -> run.course().phase().name().equals("ABORTED")));
  }

  private void fail(FxRobot robot) throws Exception {
    window.go(
        robot, new Place.ChecklistRun(window.showcase.repository, Showcase.VERSION, "pre-release"));
    window.find(robot, "#steps");
    type(robot, KeyCode.R);
    OpenWindow.await(() -> standing() == Standing.FAILED);
    window.find(robot, "Findings");
  }

  private String written(FxRobot robot) {
    return ((TextArea) window.find(robot, "#reason")).getText();
  }

  private static dev.plimsoll.core.history.Page one() {
    return dev.plimsoll.core.history.Page.first(1);
  }

  private Standing standing() {
    return step().standing();
  }

  private int attempts() {
    return step().attempts();
  }

  private dev.plimsoll.core.history.StepRow step() {
    var history = window.plimsoll.history();
    var run = history.runs(dev.plimsoll.core.history.HistoryFilter.ALL, one()).getFirst();
    return history.steps(run).getFirst();
  }

  private void type(FxRobot robot, KeyCode key) {
    robot.press(key).release(key);
    robot.interact(() -> {});
  }

  private Path repository(String file) {
    return window.showcase.repository.resolve(file);
  }
}
