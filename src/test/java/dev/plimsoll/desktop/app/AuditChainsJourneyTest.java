package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.desktop.Orders;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Labeled;
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

/// Logs are verified in the window with keys alone: an auditor's, in a window that writes nothing,
/// and our own.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class AuditChainsJourneyTest {
  private static final int ENTRIES = 60;
  private static final int BAD = 23;

  @TempDir Path folder;
  private Stage stage;
  private Showcase showcase;
  private OpenWindow window;

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
    robot.interact(() -> window = new OpenWindow(stage, showcase, Arrival.of(List.of(arguments))));
  }

  @Test
  void anAuditorFindsTheFirstBadEntryAndExportsIt(FxRobot robot) throws Exception {
    var damaged = Orders.damaged(ENTRIES, BAD);
    var log = Files.writeString(folder.resolve("orders.jsonl"), damaged);
    var before = Orders.contents(showcase.folder);
    open(robot, "--read-only");
    robot.interact(() -> window.workbench.open(log));
    window.find(robot, "Not verified yet.");
    assertThat(texts(robot, "#recipe-row")).contains("AETHERLINK");
    type(robot, KeyCode.ENTER);

    window.find(robot, "#first-bad");
    var bad = damaged.lines().toList().get(BAD);
    var offset = damaged.indexOf(bad) + bad.indexOf("\"hash\":") + "\"hash\":".length();
    var place = "ntry " + BAD + " (line " + (BAD + 1) + ", byte " + offset + ")";
    assertThat(texts(robot, "#verdict")).contains("Broken").contains(place);
    type(robot, KeyCode.L);
    robot.interact(() ->
        assertThat(Clipboard.getSystemClipboard().getString())
            .isEqualTo("orders.jsonl: e" + place));

    var finding = folder.resolve("finding.txt");
    window.picks.add(finding);
    type(robot, KeyCode.E);
    OpenWindow.await(() -> Files.exists(finding) && Files.size(finding) > 0);
    assertThat(finding)
        .content()
        .contains("BROKEN")
        .contains("E" + place)
        .contains("aetherlink")
        .contains("orders.jsonl");

    var copies = Files.createDirectory(folder.resolve("copies"));
    window.picks.add(copies);
    type(robot, KeyCode.C);
    OpenWindow.await(() -> toast(robot).startsWith("Copied to " + copies.resolve("orders.jsonl")));
    assertThat(copies)
        .isDirectoryContaining("glob:**/orders.jsonl*")
        .satisfies(folder -> {
          try (var files = Files.list(folder)) {
            assertThat(files)
                .singleElement()
                .satisfies(copy -> assertThat(copy).content().isEqualTo(damaged));
          }
        });

    assertThat(log).content().isEqualTo(damaged);
    assertThat(Orders.contents(showcase.folder)).isEqualTo(before);
  }

  @Test
  void aShorterLogThanTheAnchorIsToldAsRolledBack(FxRobot robot) throws Exception {
    var whole = Orders.whole(ENTRIES);
    var shorter = String.join("\n", whole.lines().limit(ENTRIES - 7).toList()) + "\n";
    open(robot, "--read-only", "" + Files.writeString(folder.resolve("orders.jsonl"), shorter));
    window.find(robot, "Not verified yet.");
    window.find(robot, "NOTHING TO COMPARE WITH");
    type(robot, KeyCode.A);
    window.find(robot, "#anchor");
    robot.interact(() ->
        ((javafx.scene.control.TextField) stage.getScene().getFocusOwner())
            .setText(ENTRIES + ":" + Orders.head(whole)));
    type(robot, KeyCode.ENTER);
    OpenWindow.await(() -> OpenWindow.isGone(robot, "#anchor"));
    window.find(robot, "Given by you, to compare with.");
    type(robot, KeyCode.ENTER);

    window.find(robot, "#first-bad");
    assertThat(texts(robot, "#verdict")).contains("Broken").contains("7 ").contains("rolled back");
  }

  @Test
  void aLogOfAnUnknownKindIsUnsupportedUntilItsRecipeIsWritten(FxRobot robot) throws Exception {
    open(
        robot,
        "--read-only",
        "" + Files.writeString(folder.resolve("till.ndjson"), Orders.ofItsOwnKind(9)));
    window.find(robot, "UNSUPPORTED");
    assertThat(texts(robot, "#recipe-row").toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("tampered");
    type(robot, KeyCode.ENTER);
    assertThat(OpenWindow.isGone(robot, "#verdict")).isTrue();
    type(robot, KeyCode.T);
    window.find(robot, "#recipe-body");
    robot.interact(() -> {
      field(robot, "#recipe-hash").setText("mark");
      field(robot, "#recipe-prev").setText("before");
      choose(robot, "#recipe-body", RecipeWords.FIELDS);
      field(robot, "#recipe-fields").setText("before, n, who, amount");
      field(robot, "#recipe-delimiter").setText("~");
      choose(robot, "#recipe-genesis", RecipeWords.ZEROS);
    });
    window.find(robot, "5 of the first 5 entries fit");
    robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
    robot.press(KeyCode.CONTROL, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.CONTROL);
    window.find(robot, "Not verified yet.");
    type(robot, KeyCode.ENTER);
    window.find(robot, "#verdict");
    assertThat(texts(robot, "#verdict")).contains("Proven").contains("All 9 entries");
    assertThat(window.picks).isEmpty();
  }

  @Test
  void aChainOfTheProjectIsVerifiedByTheRecipeThatItNames(FxRobot robot) throws Exception {
    var project = showcase.repository.resolve(".plimsoll/project.yaml");
    Files.writeString(showcase.repository.resolve("orders.jsonl"), Orders.whole(ENTRIES));
    Files.writeString(
        project,
        Files.readString(project)
            + "chains:\n  - {name: orders, file: orders.jsonl, recipe: aetherlink}\n");
    try (var earlier = showcase.open()) {
      earlier.project(showcase.repository).close(); // a project that was opened before is listed
    }
    open(robot);
    window.go(robot, new Place.AuditChain(showcase.repository, "orders"));
    window.find(robot, "Not verified yet.");
    assertThat(texts(robot, "#recipe-row")).contains("Named in the project file.");
    type(robot, KeyCode.ENTER);
    window.find(robot, "#verdict");
    assertThat(texts(robot, "#verdict")).contains("All 60 entries are whole");
  }

  @Test
  void whoComesFromAProjectFindsItsOwnLogChosen(FxRobot robot) throws Exception {
    showcase.release(folder);
    open(robot);
    window.go(robot, new Place.OwnLog(showcase.repository));
    window.find(robot, "Not verified yet.");
    assertThat(texts(robot, ".root")).contains("Audit log of ");
  }

  @Test
  void ourOwnLogIsWhole(FxRobot robot) throws Exception {
    showcase.release(folder);
    open(robot);
    window.go(robot, new Place.Audit());
    window.find(robot, "kept in the history");
    type(robot, KeyCode.DOWN);
    window.find(robot, "Not verified yet.");
    type(robot, KeyCode.ENTER);
    window.find(robot, "#verdict");
    assertThat(texts(robot, "#verdict")).contains("Proven").doesNotContain("Broken");
    assertThat(texts(robot, "#anchor-row")).contains("checkpoint");
  }

  /// The words that the choices of the editor have.
  private static final class RecipeWords {
    static final String FIELDS = "some members, joined";
    static final String ZEROS = "64 zeros";

    private RecipeWords() {}
  }

  private static javafx.scene.control.TextField field(FxRobot robot, String query) {
    return robot.lookup(query).queryAs(javafx.scene.control.TextField.class);
  }

  private static <T> void choose(FxRobot robot, String query, String words) {
    @SuppressWarnings("unchecked")
    var box = (javafx.scene.control.ComboBox<T>) robot.lookup(query).query();
    box.getItems().stream()
        .filter(item -> item.toString().equals(words))
        .findFirst()
        .ifPresent(box::setValue);
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

  private static String toast(FxRobot robot) {
    var said = new StringBuilder();
    robot.interact(() ->
        robot
            .lookup(".toast .label")
            .queryAllAs(Labeled.class)
            .forEach(label -> said.append(label.getText())));
    return said.toString();
  }

  private static void type(FxRobot robot, KeyCode key) {
    robot.press(key).release(key);
    robot.interact(() -> {});
  }
}
