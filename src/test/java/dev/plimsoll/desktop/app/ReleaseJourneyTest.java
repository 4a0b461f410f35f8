package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Answer;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextInputControl;
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
class ReleaseJourneyTest {
  private OpenWindow window;
  private Place.Release release;
  @TempDir Path folder;

  @Start
  void start(Stage stage) throws Exception {
    var showcase = Showcase.in(folder);
    window = new OpenWindow(stage, showcase, new Arrival.ToWork());
    release = new Place.Release(showcase.repository, Showcase.VERSION);
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::close);
  }

  @Test
  void aReleaseIsSignedOffAndSealedInTheWindow(FxRobot robot) throws Exception {
    walkEverything();
    window.go(robot, release);
    window.click(robot, "Gate and sign-off");

    window.click(robot, "#sign-off-approver");
    enter(robot, "#signing-passphrase", "wrong");
    window.click(robot, "#panel-primary");
    window.find(robot, ".error-panel");
    enter(robot, "#signing-passphrase", "correct horse");
    window.click(robot, "#panel-primary");
    window.find(robot, "Take it back…");

    window.click(robot, "#seal");
    var seal = (Button) window.find(robot, "#panel-primary");
    var out = folder.resolve("out");
    enter(robot, "#bundle-folder", out.toString());
    chooseKey(robot, "ops");
    assertThat(seal.isDisabled()).as("the version is not typed yet").isTrue();
    enter(robot, "#typed-version", "1.5");
    assertThat(seal.isDisabled()).as("a part of the version is not the version").isTrue();
    enter(robot, "#typed-version", "1.5.0");
    OpenWindow.await(() -> !seal.isDisabled());
    window.click(robot, "#panel-primary");

    OpenWindow.await(() -> window.workbench.journey().place().get() instanceof Place.RecordFile);
    var bundle = ((Place.RecordFile) window.workbench.journey().place().get()).bundle();
    assertThat(bundle).isRegularFile().hasParent(out.toRealPath());
  }

  @Test
  void theSealStaysShutWhileTheGateSaysNo(FxRobot robot) throws Exception {
    var project = window.plimsoll.project(window.showcase.repository);
    project.trust(project.trustQuestion().digest());
    window.go(robot, release);

    assertThat(((Button) window.find(robot, "#seal")).isDisabled()).isTrue();
    robot.press(KeyCode.S).release(KeyCode.S);
    assertThat(OpenWindow.isGone(robot, "#typed-version")).isTrue();
    window.find(robot, "NO-GO YET");
  }

  @Test
  void aCardLeadsToItsChecklistByKeyboardAlone(FxRobot robot) throws Exception {
    var project = window.plimsoll.project(window.showcase.repository);
    project.trust(project.trustQuestion().digest());
    window.go(robot, release);
    var card = window.find(robot, "#plan-audit-chain");

    robot.interact(card::requestFocus);
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

    assertThat(window.workbench.journey().place().get())
        .isEqualTo(
            new Place.ChecklistRun(window.showcase.repository, Showcase.VERSION, "audit-chain"));
  }

  private void enter(FxRobot robot, String query, String text) {
    var field = (TextInputControl) window.find(robot, query);
    robot.interact(() -> field.setText(text));
  }

  private void chooseKey(FxRobot robot, String name) {
    var keys = (ComboBox<?>) window.find(robot, "#signing-key");
    OpenWindow.await(() -> keys.getItems().size() > 1);
    robot.interact(() -> {
      for (var i = 0; i < keys.getItems().size(); i++) {
        if (keys.getItems().get(i).toString().contains("label=" + name)) {
          keys.getSelectionModel().select(i);
        }
      }
    });
  }

  private void walkEverything() throws Exception {
    var project = window.plimsoll.project(window.showcase.repository);
    project.trust(project.trustQuestion().digest());
    var desk = project.release(Showcase.VERSION);
    var options = window.showcase.options();
    try (var session = desk.open("pre-release", options)) {
      Showcase.walkPreRelease(session);
    }
    for (var id : List.of("audit-chain", "release-steps", "smoke-tests")) {
      try (var session = desk.open(id, options)) {
        session.startAutomatic();
        session.awaitIdle();
        if (id.equals("release-steps")) {
          session.answer("announce", new Answer("yes", Answer.Origin.WINDOW), List.of());
        }
      }
    }
    assertThat(Files.isDirectory(folder.resolve("home"))).isTrue();
    project.close();
  }
}
