package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
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

/// An auditor's window on a machine that never made a release: a history and a bundle that somebody
/// handed over.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class AuditorJourneyTest {
  @TempDir Path folder;
  private Stage stage;
  private Showcase showcase;
  private OpenWindow window;
  private Path handedOver;
  private Path bundle;

  @Start
  void start(Stage primary) throws Exception {
    stage = primary;
    var team = Showcase.in(Files.createDirectory(folder.resolve("team")));
    handedOver = Files.createDirectory(folder.resolve("handed-over"));
    bundle = team.release(handedOver);
    for (var part : List.of("history.db", "evidence")) {
      Files.move(team.home().resolve(part), handedOver.resolve(part));
    }
    showcase = Showcase.in(Files.createDirectory(folder.resolve("auditor")));
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::close);
  }

  private void open(FxRobot robot, Path file) {
    robot.interact(() ->
        window = new OpenWindow(stage, showcase, Arrival.of(List.of("--read-only", "" + file))));
  }

  @Test
  void aHistoryIsReadWithItsRecordsAndNothingIsWritten(FxRobot robot) throws Exception {
    var before = contents(handedOver);
    open(robot, handedOver.resolve("history.db"));
    window.find(robot, "#banner");
    var table = (TableView<?>) window.find(robot, ".table-view");
    OpenWindow.await(() -> table.getItems().size() == 1);
    assertThat(table.getItems().toString()).contains("customer-ops 1.5.0");
    nothingWrites(robot);

    robot.press(KeyCode.DIGIT3).release(KeyCode.DIGIT3);
    OpenWindow.await(() -> table.getItems().toString().contains("sha256"));
    robot.interact(() -> {
      table.requestFocus();
      table.getSelectionModel().selectFirst();
    });
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

    window.find(robot, "Not verified yet");
    assertThat(window.workbench.journey().place().get()).isInstanceOf(Place.KeptRecord.class);
    nothingWrites(robot);
    assertThat(contents(handedOver)).isEqualTo(before);
    assertThat(showcase.home().resolve("history.db")).doesNotExist();
  }

  @Test
  void aBundleIsHeldAgainstATrustFileOfTheAuditorsOwn(FxRobot robot) throws Exception {
    var before = contents(handedOver);
    open(robot, bundle);
    window.find(robot, "Not verified yet");
    window.picks.add(folder.resolve("team/customer-ops/.plimsoll/allowed_signers"));
    robot.press(KeyCode.T).release(KeyCode.T);

    window.find(robot, "Proven against your own trust file");
    nothingWrites(robot);
    assertThat(contents(handedOver)).isEqualTo(before);
    assertThat(showcase.home().resolve("history.db")).doesNotExist();
  }

  @Test
  void theCommandsToVerifyAreShownWhole(FxRobot robot) {
    open(robot, bundle);
    robot.interact(() -> stage.setWidth(1400));
    var commands = (TextArea) window.find(robot, ".copy-field .text-area");
    assertThat(commands.getText()).startsWith("ssh-keygen -Y verify").contains("< release-record");
    var text = commands.lookup(".content").lookup(".text");
    OpenWindow.await(() -> commands.getHeight() >= text.getLayoutBounds().getHeight());
  }

  @Test
  void whatIsNeitherIsToldInASentence(FxRobot robot) throws Exception {
    open(robot, Files.writeString(folder.resolve("notes.txt"), "not a history at all, "));
    window.find(robot, ".error-panel");
  }

  /// No button of the frame or the page leads to something that writes.
  private void nothingWrites(FxRobot robot) {
    assertThat(robot.lookup(".button").queryAllAs(ButtonBase.class))
        .filteredOn(button -> button.isVisible() && !button.isDisabled())
        .extracting(Labeled::getText)
        .doesNotContain("Home", "Release", "Create a key…", "Choose a key…")
        .noneMatch(text -> text != null && text.matches(".*(Sign|Seal|Waive|Run|Trust this).*"));
    robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
    window.find(robot, "#palette-query");
    assertThat(robot.lookup(".palette .list-cell").queryAllAs(Labeled.class))
        .extracting(Labeled::getText)
        .noneMatch(text -> text != null && text.matches(".*(checklist|not finished).*"));
    robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
    OpenWindow.await(() -> OpenWindow.isGone(robot, "#palette-query"));
  }

  /// SQLite puts a file for readers to agree on beside a database whose folder may be written.
  private static boolean isKept(Path file) {
    return Files.isRegularFile(file) && !file.toString().matches(".*-(wal|shm)");
  }

  private static Map<String, Long> contents(Path folder) throws IOException {
    var found = new TreeMap<String, Long>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(AuditorJourneyTest::isKept).toList()) {
        found.put(file.toString(), Files.getLastModifiedTime(file).toMillis());
      }
    }
    return found;
  }
}
