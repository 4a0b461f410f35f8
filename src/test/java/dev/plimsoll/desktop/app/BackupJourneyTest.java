package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.desktop.Orders;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
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

/// A backup is taken, damaged, verified, drilled, put back and undone in the window with keys
/// alone: a database and a log of a real project.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class BackupJourneyTest {
  @TempDir Path folder;
  private Stage stage;
  private Showcase showcase;
  private OpenWindow window;
  private Path log;
  private Path database;

  @Start
  void start(Stage primary) throws Exception {
    stage = primary;
    showcase = Showcase.in(Files.createDirectory(folder.resolve("team")));
    showcase.backups();
    log = showcase.repository.resolve("data/ops.jsonl");
    database = showcase.repository.resolve("data/app.db");
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::close);
  }

  private void open(FxRobot robot, String... arguments) {
    robot.interact(() -> window = new OpenWindow(stage, showcase, Arrival.of(List.of(arguments))));
  }

  private void trust() {
    try (var plimsoll = showcase.open();
        var project = plimsoll.project(showcase.repository)) {
      project.trust(project.trustQuestion().digest());
    }
  }

  @Test
  void aBackupIsTakenDamagedVerifiedDrilledPutBackAndUndone(FxRobot robot) throws Exception {
    trust();
    open(robot);
    window.go(robot, new Place.BackupSet(showcase.repository, "operations"));
    window.find(robot, "No backup of operations yet");

    type(robot, KeyCode.B);
    assertThat(over(robot, "Made and verified")).contains("2 files");
    window.find(robot, "Not proven to restore");

    damage(archives().getFirst());
    type(robot, KeyCode.V);
    over(robot, "Broken");
    window.find(robot, "BROKEN");

    append("{\"seq\":13,\"event\":\"later\"}\n");
    type(robot, KeyCode.B);
    over(robot, "Made and verified");
    assertThat(archives()).hasSize(2);

    type(robot, KeyCode.D);
    assertThat(over(robot, "Proven restorable")).contains("orders").contains("entries");
    assertThat(texts(robot, "#lead")).contains("Last proven restorable");

    var then = Files.readString(log);
    append("{\"seq\":14,\"event\":\"new\"}\n{\"seq\":15,\"event\":\"newer\"}\n");
    var now = Files.readString(log);
    sqlite("delete from orders");
    type(robot, KeyCode.R);
    window.find(robot, "#restore-choose");
    OpenWindow.await(() -> {
      goOn(robot);
      return !OpenWindow.isGone(robot, "#restore-logs");
    });
    goOn(robot);
    assertThat(OpenWindow.isGone(robot, "#restore-hold")).as("nothing was typed yet").isTrue();
    robot.write("2");
    goOn(robot);
    hold(robot);
    over(robot, "Restored");
    assertThat(log).content().isEqualTo(then);
    assertThat(sqlite("select count(*) from orders")).isEqualTo("3");

    type(robot, KeyCode.U);
    window.find(robot, "#restore-files-change");
    goOn(robot);
    hold(robot);
    over(robot, "Undone");
    assertThat(log).content().isEqualTo(now);
    assertThat(sqlite("select count(*) from orders")).isEqualTo("0");

    type(robot, KeyCode.ESCAPE);
    window.find(robot, "#timeline");
    type(robot, KeyCode.P);
    assertThat(texts(robot, "#prune")).contains("KEPT").contains("broken");
    type(robot, KeyCode.ESCAPE);
  }

  @Test
  void closingTheWindowOverABackupAsksAndStoppingItLeavesNothing(FxRobot robot) throws Exception {
    var file = showcase.repository.resolve(".plimsoll/project.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            + "      outputs: [{name: slow.txt, run: [sleep, \"600\"], timeout: 20m}]\n");
    trust();
    open(robot);
    window.go(robot, new Place.BackupSet(showcase.repository, "operations"));
    window.find(robot, "No backup of operations yet");
    type(robot, KeyCode.B);
    window.find(robot, "Running a command");

    robot.interact(() ->
        assertThat(
                window.workbench.mayClose(() -> {
                  throw new AssertionError("closed without an answer");
                }))
            .isFalse());
    window.find(robot, "Taking a backup (operations)");
    type(robot, KeyCode.ESCAPE);
    OpenWindow.await(() -> OpenWindow.isGone(robot, "Taking a backup (operations)"));
    window.go(robot, new Place.History());
    window.go(robot, new Place.BackupSet(showcase.repository, "operations"));
    window.find(robot, "#progress-card");

    type(robot, KeyCode.ESCAPE);
    over(robot, "Stopped");
    robot.interact(() -> assertThat(window.workbench.mayClose(() -> {})).isTrue());
    assertThat(archives()).isEmpty();
  }

  @Test
  void nothingRunsBeforeTheProjectIsTrusted(FxRobot robot) throws Exception {
    open(robot);
    window.go(robot, new Place.BackupSet(showcase.repository, "operations"));
    window.find(robot, "#untrusted");
    type(robot, KeyCode.B);
    assertThat(archives()).isEmpty();
    window.click(robot, "#decide");
    window.find(robot, "#trust");
  }

  @Test
  void anAuditorLooksAndWritesNothing(FxRobot robot) throws Exception {
    trust();
    var before = Orders.contents(showcase.folder);
    open(robot, "--read-only");
    window.go(robot, new Place.Backups());
    window.find(robot, "To look at only.");
    type(robot, KeyCode.B);
    type(robot, KeyCode.V);
    assertThat(archives()).isEmpty();
    assertThat(Orders.contents(showcase.folder)).isEqualTo(before);
  }

  @Test
  void whereNoSetIsDeclaredTheLinesForOneAreToBeCopied(FxRobot robot) throws Exception {
    var file = showcase.repository.resolve(".plimsoll/project.yaml");
    var text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.indexOf("backup:")));
    trust();
    open(robot);
    window.go(robot, new Place.Backups());
    window.find(robot, "#no-sets");
    var example =
        ((javafx.scene.control.TextArea) window.find(robot, "#example .text-area")).getText();

    Files.writeString(file, Files.readString(file) + example + "\n");
    type(robot, KeyCode.L);
    window.find(robot, "No backup of operations yet");
  }

  private List<Path> archives() throws IOException {
    var place = showcase.folder.resolve("backups");
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (var files = Files.list(place)) {
      return files.filter(file -> file.toString().endsWith(".tar.zst")).sorted().toList();
    }
  }

  private static void damage(Path archive) throws IOException {
    var bytes = Files.readAllBytes(archive);
    bytes[bytes.length / 3] ^= 0x40;
    archive.toFile().setWritable(true);
    Files.write(archive, bytes);
  }

  private void append(String lines) throws IOException {
    Files.writeString(log, lines, StandardOpenOption.APPEND);
  }

  private String sqlite(String sql) throws Exception {
    return Showcase.sqlite(database, sql);
  }

  private static void goOn(FxRobot robot) {
    robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
    robot.interact(() -> {});
  }

  private void hold(FxRobot robot) {
    window.find(robot, "#restore-hold");
    type(robot, KeyCode.TAB);
    robot.press(KeyCode.SPACE);
    OpenWindow.await(() -> OpenWindow.isGone(robot, "#restore-hold"));
    robot.release(KeyCode.SPACE);
  }

  /// Waits until an act ended so.
  ///
  /// @return all that is said of it
  private String over(FxRobot robot, String word) {
    try {
      OpenWindow.await(
          () -> !OpenWindow.isGone(robot, "#over") && texts(robot, "#over").startsWith(word));
    } catch (AssertionError late) {
      throw new AssertionError("not " + word + ": " + texts(robot, ".root"), late);
    }
    return texts(robot, "#over");
  }

  private String texts(FxRobot robot, String query) {
    var node = window.find(robot, query);
    var found = new StringBuilder();
    robot.interact(() ->
        node.lookupAll(".label").stream()
            .filter(Labeled.class::isInstance)
            .forEach(label -> found.append(((Labeled) label).getText()).append('\n')));
    return found.toString();
  }

  private static void type(FxRobot robot, KeyCode key) {
    robot.press(key).release(key);
    robot.interact(() -> {});
  }
}
