package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.checklist.ShippedProcess;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
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

@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class FirstStartTest {
  private OpenWindow window;
  @TempDir Path folder;

  @Start
  void start(Stage stage) throws IOException {
    window = new OpenWindow(stage, Showcase.in(folder), new Arrival.ToWork());
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::close);
  }

  @Test
  void theSampleIsMadeTrustedAndOpenedWithAFewClicks(FxRobot robot) {
    window.click(robot, "#try-sample");
    var field = (TextField) window.find(robot, "#sample-folder");
    var sample = folder.resolve("sample");
    robot.interact(() -> field.setText(sample.toString()));
    window.click(robot, "#panel-primary");

    var trust = (Button) window.find(robot, "#trust");
    assertThat(sample.resolve(".git")).isDirectory();
    assertThat(trust.isDefaultButton()).as("saying yes takes a deliberate click").isFalse();
    assertThat(OpenWindow.isGone(robot, "All tests pass")).isTrue();
    assertThat(((Label) window.find(robot, "#operator")).getText())
        .as("the sample's key is proven at once")
        .endsWith("@example.org");

    window.click(robot, "#trust");
    OpenWindow.await(() -> OpenWindow.isGone(robot, "#trust"));
    window.click(robot, "#open-release");
    window.find(robot, "#plan-pre-release");
    assertThat(window.workbench.journey().place().get())
        .isEqualTo(new Place.Release(sample.toAbsolutePath(), "1.0.0"));
    assertThat(((Button) window.find(robot, "#seal")).isDisabled()).isTrue();
  }

  @Test
  void aFolderThatIsNoRepositoryIsToldInPlace(FxRobot robot) throws IOException {
    var plain = Files.createDirectory(folder.resolve("plain"));
    window.picks.add(plain);

    window.click(robot, "#open-repository");

    window.find(robot, ".error-panel");
    assertThat(OpenWindow.isGone(robot, "#create-plimsoll")).isTrue();
  }

  @Test
  void aRepositoryWithoutChecklistsIsOfferedThem(FxRobot robot) throws Exception {
    var bare = Files.createDirectory(folder.resolve("bare"));
    assertThat(new ProcessBuilder("git", "init", "-q", bare.toString()).start().waitFor()).isZero();
    Files.writeString(bare.resolve("ops.jsonl"), "{}\n");
    window.picks.add(bare);
    window.click(robot, "#open-repository");
    window.find(robot, "#create-plimsoll");

    robot.type(KeyCode.C);
    window.find(robot, ".copy-field");
    assertThat(bare.resolve(".plimsoll")).as("shown before anything is written").doesNotExist();

    window.click(robot, "#panel-primary");
    window.find(robot, "#trust");
    assertThat(bare.resolve(".plimsoll/project.yaml")).content().contains("[\"ops.jsonl\"]");
    assertThat(bare.resolve(".plimsoll/checklists/backup.yaml")).isRegularFile();
  }

  @Test
  void aShippedProcessCanBeChosenAndIsShownFirst(FxRobot robot) throws Exception {
    var bare = Files.createDirectory(folder.resolve("bare"));
    assertThat(new ProcessBuilder("git", "init", "-q", bare.toString()).start().waitFor()).isZero();
    window.picks.add(bare);
    window.click(robot, "#open-repository");
    window.click(robot, "#create-plimsoll");
    window.find(robot, ".copy-field");

    var choice = (ComboBox<?>) window.find(robot, "#start-from");
    var process = ShippedProcess.named("solarwindpy");
    assertThat(choice.getItems()).hasSize(ShippedProcess.all().size() + 1);
    robot.interact(
        () -> choice.getSelectionModel().select(1 + ShippedProcess.all().indexOf(process)));
    assertThat(robot.lookup(".copy-field").queryAll()).hasSize(process.files().size() + 1);
    assertThat(bare.resolve(".plimsoll")).as("shown before anything is written").doesNotExist();

    window.click(robot, "#panel-primary");
    window.find(robot, "#trust");
    assertThat(bare.resolve(".plimsoll/project.yaml")).content().startsWith("# " + process.title());
  }
}
