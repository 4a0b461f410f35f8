package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A bundle is dragged out of another program and dropped on the window, with the mouse.
@Tag("ui")
@Tag("display")
@ExtendWith(ApplicationExtension.class)
class DropOnWindowTest {
  @TempDir static Path team;
  private static Path bundle;

  @TempDir Path folder;
  private Stage stage;
  private Showcase showcase;
  private OpenWindow window;

  @BeforeAll
  static void release() throws Exception {
    bundle =
        Showcase.in(Files.createDirectory(team.resolve("work")))
            .release(Files.createDirectory(team.resolve("handed-over")));
  }

  @Start
  void start(Stage primary) throws Exception {
    stage = primary;
    showcase = Showcase.in(Files.createDirectory(folder.resolve("auditor")));
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::close);
  }

  private void open(FxRobot robot, String... arguments) {
    robot.interact(() -> {
      window = new OpenWindow(stage, showcase, Arrival.of(List.of(arguments)));
      stage.setX(0);
      stage.setY(0);
    });
  }

  @Test
  void aBundleDroppedOnTheWindowIsItsRecord(FxRobot robot) throws Exception {
    open(robot);
    drop(robot, bundle);
    window.find(robot, "Not verified yet");
    assertThat(window.workbench.journey().place().get()).isEqualTo(new Place.RecordFile(bundle));
  }

  @Test
  void aBundleDroppedOnAnAuditorsWindowIsItsRecordToo(FxRobot robot) throws Exception {
    open(robot, "--read-only");
    drop(robot, bundle);
    window.find(robot, "Not verified yet");
    window.find(robot, "#banner");
    assertThat(window.workbench.journey().place().get()).isEqualTo(new Place.RecordFile(bundle));
  }

  private void drop(FxRobot robot, Path file) throws Exception {
    var source = new ProcessBuilder(command(file)).redirectError(ProcessBuilder.Redirect.DISCARD);
    var process = source.start();
    try {
      var from = ready(process);
      robot.moveTo(from);
      robot.press(MouseButton.PRIMARY);
      // a few steps: the other program has to notice that this is no click
      robot.moveBy(-20, 10).moveBy(-40, 20).moveBy(-60, 20);
      robot.moveTo(new Point2D(600, 300)).moveTo(new Point2D(560, 340));
      OpenWindow.await(() -> window.scene().getRoot().lookup(".drop-veil").isVisible());
      robot.moveTo(new Point2D(540, 350));
      robot.release(MouseButton.PRIMARY);
      OpenWindow.await(() -> window.workbench.journey().place().get() instanceof Place.RecordFile);
      assertThat(window.scene().getRoot().lookup(".drop-veil").isVisible()).isFalse();
    } finally {
      process.destroy();
      process.waitFor(10, TimeUnit.SECONDS);
    }
  }

  /// The same Java with the same modules, for the other program.
  private static List<String> command(Path file) {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-javaagent") && !argument.startsWith("-agentlib"))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(DragSource.class.getName(), file.toString()));
    return command;
  }

  private static Point2D ready(Process process) throws IOException {
    var reader =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    var line = reader.readLine();
    assertThat(line).as("what the other program says").startsWith("READY ");
    var words = line.split(" ");
    return new Point2D(Integer.parseInt(words[1]), Integer.parseInt(words[2]));
  }
}
