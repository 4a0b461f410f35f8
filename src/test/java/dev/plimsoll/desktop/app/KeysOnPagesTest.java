package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.desktop.Orders;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Action;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

/// A key that stands on a button does what the button does, wherever the keyboard is.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class KeysOnPagesTest {
  /// Answered by what has the keyboard, not by the page.
  private static final Set<String> OF_CONTROLS = Set.of("Enter", "Esc", "Space");

  @TempDir Path folder;
  private Showcase showcase;
  private OpenWindow window;

  @Start
  void start(Stage stage) throws Exception {
    showcase = Showcase.in(Files.createDirectory(folder.resolve("team")));
    window = new OpenWindow(stage, showcase, Arrival.of(List.of()));
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::close);
  }

  @Test
  void everyKeyThatAPageShowsIsAnswered(FxRobot robot) throws Exception {
    answers(robot, new Place.Home(), "#open-repository");
    answers(robot, new Place.Settings(), ".segmented-button");
    answers(robot, new Place.History(), ".table-view");
    answers(robot, bare(), "#create-plimsoll");
    answers(robot, new Place.Project(showcase.repository), "#trust");
    window.click(robot, "#trust");
    answers(robot, new Place.Release(showcase.repository, Showcase.VERSION), "#seal");
    answers(robot, new Place.Home(), "#wizard-pre-release");
    robot.press(KeyCode.P).release(KeyCode.P);
    window.find(robot, "#steps");
  }

  @Test
  void everyKeyThatTheAuditPlacesShowIsAnswered(FxRobot robot) throws Exception {
    var damaged = Files.writeString(folder.resolve("orders.jsonl"), Orders.damaged(40, 7));
    answers(robot, new Place.Audit(), "#logs");
    answers(robot, new Place.AuditFile(damaged), "Not verified yet.");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    answers(robot, "a broken log", "#way-on");
    robot.press(KeyCode.T).release(KeyCode.T);
    answers(robot, "the recipe editor", "#recipe-body");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    window.find(robot, "#logs");
  }

  @Test
  void everyKeyThatTheBackupPlacesShowIsAnswered(FxRobot robot) throws Exception {
    showcase.backups();
    showcase.rememberBackups();
    answers(robot, new Place.BackupSet(showcase.repository, "operations"), "#timeline");
    robot.press(KeyCode.R).release(KeyCode.R);
    answers(robot, "the choice of files", "#restore-choose");
    OpenWindow.await(() -> {
      robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
      robot.interact(() -> {});
      return !OpenWindow.isGone(robot, "#restore-logs");
    });
    answers(robot, "what a restore changes", "#restore-files-change");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    window.find(robot, "#restore-choose");
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    window.find(robot, "#timeline");
  }

  @Test
  void aChecklistBeginsByItsKeyBeforeAnythingHasTheKeyboard(FxRobot robot) throws Exception {
    showcase.remember();
    var checklist = showcase.repository.resolve(".plimsoll/checklists/pre-release.yaml");
    Files.writeString(
        checklist,
        Files.readString(checklist).replaceFirst("title: .*", "title: Before it leaves"));
    window.go(robot, new Place.Project(showcase.repository));
    window.click(robot, "#trust");
    OpenWindow.await(() -> OpenWindow.isGone(robot, "#trust"));
    answers(
        robot,
        new Place.ChecklistRun(showcase.repository, Showcase.VERSION, "pre-release"),
        ".begin");

    robot.press(KeyCode.SHORTCUT, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.SHORTCUT);

    window.find(robot, "#steps");
  }

  private Place bare() throws Exception {
    var bare = Files.createDirectory(folder.resolve("bare"));
    assertThat(new ProcessBuilder("git", "init", "-q", bare.toString()).start().waitFor()).isZero();
    return new Place.Project(bare);
  }

  private void answers(FxRobot robot, Place place, String shows) {
    window.go(robot, place);
    answers(robot, place.toString(), shows);
  }

  private void answers(FxRobot robot, String place, String shows) {
    window.find(robot, shows);
    var shown = new TreeSet<String>();
    var answered = new TreeSet<String>();
    robot.interact(() -> {
      var screen = Objects.requireNonNull(window.workbench.journey().screen().get());
      screen.root().lookupAll(".button").forEach(node -> KeyHint.keyOf(node).ifPresent(shown::add));
      answered.addAll(
          screen.actions().stream()
              .map(Action::keys)
              .filter(Objects::nonNull)
              .collect(Collectors.toSet()));
    });
    shown.removeAll(OF_CONTROLS);
    assertThat(answered).as("keys that %s answers to", place).containsAll(shown);
  }
}
