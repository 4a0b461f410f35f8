package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.desktop.Orders;
import dev.plimsoll.desktop.Showcase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

/// The picture of a log on its page, once its verdict is there.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class LogPictureTest {
  @TempDir Path folder;
  private OpenWindow window;

  @Start
  void start(Stage stage) throws Exception {
    window = new OpenWindow(stage, Showcase.in(folder), Arrival.of(List.of("--read-only")));
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::close);
  }

  @Test
  void aDamagedLogIsDrawnWithItsFirstBadEntryAndWalkedByKeys(FxRobot robot) throws Exception {
    var log = Files.writeString(folder.resolve("orders.jsonl"), Orders.damaged(400, 123));
    robot.interact(() -> window.workbench.open(log));
    window.find(robot, "Not verified yet.");
    assertThat(OpenWindow.isGone(robot, "#chain-picture")).isTrue();
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

    var canvas = window.find(robot, "#chain-canvas");
    assertThat(told(robot)).contains("Entry 123 (line 124").contains("entry 123 · ");
    robot.interact(canvas::requestFocus);
    robot.press(KeyCode.PLUS).release(KeyCode.PLUS);
    robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
    assertThat(canvas.isFocused()).as("the keys stay with the picture").isTrue();
    assertThat(canvas.getAccessibleText()).startsWith("First bad entry: Entry 123");
  }

  @Test
  void whatAPersonComparesWithIsDrawnAsAnAnchor(FxRobot robot) throws Exception {
    var whole = Orders.whole(400);
    var log = Files.writeString(folder.resolve("orders.jsonl"), whole);
    var then = String.join("\n", whole.lines().limit(300).toList());
    robot.interact(() -> window.workbench.open(log));
    window.find(robot, "Not verified yet.");
    robot.press(KeyCode.A).release(KeyCode.A);
    var field = (TextField) window.find(robot, "#anchor");
    window.find(robot, "Number of entries, a colon, the head: 120:9f86d081884c7d65…");
    robot.interact(() -> field.setText("300:" + Orders.head(then)));
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    window.find(robot, "Given by you, to compare with.");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);

    window.find(robot, "#chain-canvas");
    assertThat(((Label) window.find(robot, "#chain-anchored")).getText())
        .contains("Anchored elsewhere up to entry 299");
  }

  @Test
  void aLogThatWentOnIsDrawnAnewThoughItsVerdictIsTheSame(FxRobot robot) throws Exception {
    var log = Files.writeString(folder.resolve("orders.jsonl"), Orders.damaged(200, 123));
    robot.interact(() -> window.workbench.open(log));
    window.find(robot, "Not verified yet.");
    robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
    window.find(robot, "#chain-canvas");
    var before = window.find(robot, "#chain-picture");
    Files.writeString(log, Orders.damaged(400, 123));
    robot.press(KeyCode.R).release(KeyCode.R);

    OpenWindow.await(() -> !window.find(robot, "#chain-picture").equals(before));
    window.find(robot, "#chain-canvas");
  }

  private String told(FxRobot robot) {
    return ((Label) window.find(robot, "#chain-line")).getText();
  }
}
