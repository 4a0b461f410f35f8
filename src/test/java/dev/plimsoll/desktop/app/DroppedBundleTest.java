package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.record.Aspect;
import dev.plimsoll.desktop.Showcase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// What comes after the drop: six verdicts against the auditor's own trust file, each opened into
/// its evidence, and the log remembered. By keys alone.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class DroppedBundleTest {
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

  @ParameterizedTest
  @ValueSource(strings = {"", "--read-only"})
  void sixVerdictsAreOpenedIntoTheirEvidenceAndTheLogIsRemembered(String mode, FxRobot robot) {
    robot.interact(() -> {
      window =
          new OpenWindow(stage, showcase, Arrival.of(mode.isEmpty() ? List.of() : List.of(mode)));
      // what the scene calls with every file that is dropped on it
      window.workbench.open(bundle);
    });
    window.find(robot, "Not verified yet");
    window.picks.add(team.resolve("work/customer-ops/.plimsoll/allowed_signers"));
    press(robot, KeyCode.T);
    window.find(robot, "Proven against your own trust file");

    var rows = robot.lookup(".verdict").queryAll();
    assertThat(rows).hasSize(Aspect.values().length);
    for (var row : rows) {
      robot.interact(row::requestFocus);
      if (!evidence(row).isManaged()) {
        press(robot, KeyCode.ENTER);
      }
      assertThat(evidence(row).isManaged()).as(row.getAccessibleText()).isTrue();
      assertThat(texts(evidence(row))).as(row.getAccessibleText()).isNotBlank();
    }

    assertThat(texts(window.find(robot, "#seen-before"))).contains("not remembered before");
    assertThat(showcase.home().resolve("pins")).doesNotExist();
    press(robot, KeyCode.P);
    OpenWindow.await(() ->
        texts(window.scene().getRoot().lookup("#seen-before")).contains("It is as you remembered"));
    assertThat(showcase.home().resolve("pins")).isNotEmptyDirectory();
    if (!mode.isEmpty()) {
      assertThat(showcase.home().toFile().list())
          .as("nothing but the pin was written")
          .containsExactlyInAnyOrder("keys", "pins");
    }
  }

  private static Node evidence(Node row) {
    return row.lookup(".verdict-details");
  }

  private static String texts(Node node) {
    if (node == null) {
      return "";
    }
    Set<Node> labels = node.lookupAll(".label");
    return labels.stream()
        .map(label -> ((Labeled) label).getText())
        .collect(Collectors.joining("\n"));
  }

  private void press(FxRobot robot, KeyCode key) {
    robot.press(key).release(key);
    dev.plimsoll.desktop.kit.Settle.window(robot, window.scene());
  }
}
