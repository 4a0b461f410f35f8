package dev.plimsoll.desktop.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Standing;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.SmokeService;
import dev.plimsoll.desktop.kit.KeyHint;
import dev.plimsoll.desktop.kit.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Smoke tests in the real window, against a service that really answers.
@Tag("ui")
@Timeout(180)
@ExtendWith(ApplicationExtension.class)
class SmokeJourneyTest {
  @TempDir Path folder;
  private SmokeService service;
  private Showcase showcase;
  private OpenWindow window;

  @Start
  void start(Stage stage) throws Exception {
    service = new SmokeService();
    showcase = Showcase.in(Files.createDirectory(folder.resolve("team")));
    showcase.smoke(service);
    // the sixty-first request has its own tests; here nobody waits for a quota
    change("(?s)      - id: limit.*?      - id: after", "      - id: after");
    window = new OpenWindow(stage, showcase, Arrival.of(List.of()));
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(window::close);
    service.close();
  }

  @Test
  void aFailureIsToldFromWhatWasAlwaysSoAndRunAgainAlone(FxRobot robot) throws Exception {
    service.documents = 38;
    service.version = "1.4.2";
    showcase.walkSmokeTests("1.4.2", 3);
    service.version = Showcase.VERSION;
    service.findsNothing = true;

    begin(robot);
    answersEveryKey();
    await(() -> standing("search") == Standing.FAILED && standing("after") == Standing.PASSED);
    assertThat(texts(robot, ".step-column .label")).contains("new", "as before");

    select(robot, "search");
    window.find(robot, "saw an array of 0");
    window.find(robot, "#exchange");
    OpenWindow.await(() -> !texts(robot, "#exchange .list-cell").isEmpty());
    window.click(robot, "Copy as curl");
    robot.interact(() ->
        assertThat(Clipboard.getSystemClipboard().getString())
            .startsWith("curl -i ")
            .contains("/search")
            .contains("{secret.API_KEY}")
            .doesNotContain(SmokeService.KEY));

    service.findsNothing = false;
    service.documents = 41;
    robot.interact(() -> window.workbench.scene().lookup("#steps").requestFocus());
    robot.press(KeyCode.SHORTCUT, KeyCode.R).release(KeyCode.R, KeyCode.SHORTCUT);
    await(() -> standing("search") == Standing.PASSED && standing("export") == Standing.PASSED);
    assertThat(attempts("search")).isEqualTo(2);
    assertThat(attempts("health")).as("what passed is not asked again").isOne();

    select(robot, "burst");
    window.find(robot, "#times-over-releases");
    window.click(robot, "As a table");
    var table =
        (javafx.scene.control.TableView<?>) window.find(robot, ".times-over-releases .table-view");
    assertThat(table.getItems()).hasSize(2);
  }

  @Test
  void theResponsesOfAWalkStandThereAgainAfterTheProgramWasStartedAnew(FxRobot robot)
      throws Exception {
    service.failsEvery = 50;
    showcase.walkSmokeTests(Showcase.VERSION, 0);
    trust(robot);
    window.go(robot, smoke());
    window.find(robot, "#steps");
    select(robot, "burst");
    OpenWindow.await(
        () -> texts(robot, "#responses .output-bar .label").contains("200 responses · 4 failed"));
    window.click(robot, "Only failed");
    OpenWindow.await(() ->
        texts(robot, ".sample-cell .label").stream()
                .filter(text -> text.endsWith("Expected status == 200, saw 500."))
                .count()
            == 4);
  }

  @Test
  void whatWillBeSentIsShownBeforeItBeginsAndFollowsTheAddress(FxRobot robot) {
    trust(robot);
    window.go(robot, smoke());
    window.find(robot, "#traffic");
    OpenWindow.await(
        () -> texts(robot, "#traffic .label").stream().anyMatch(this::namesTheService));
    robot.interact(() ->
        ((javafx.scene.control.TextField) window.scene().lookup("#parameter-url"))
            .setText("https://shop.example.org"));
    OpenWindow.await(() -> texts(robot, "#traffic .label").contains("NOT THIS MACHINE"));
    assertThat(texts(robot, "#traffic .label")).noneMatch(this::namesTheService);
  }

  @Test
  void tenThousandResponsesStreamWhileTheWindowAnswers(FxRobot robot) throws Exception {
    change("burst: \\{requests: 200, atOnce: 16}", "burst: {requests: 10000, atOnce: 24}");
    change("url}/documents", "url}/quick");
    change("900ms", "60s");
    begin(robot);
    select(robot, "burst");

    var looks = new TreeSet<String>();
    OpenWindow.await(() -> {
      // each of these is a turn of the window's own thread while the responses come
      looks.addAll(texts(robot, "#responses .output-bar .label"));
      var list = (ListView<?>) window.scene().lookup("#responses .list-view");
      assertThat(list == null ? 0 : list.getItems().size()).isLessThanOrEqualTo(200);
      return looks.contains("10,000 responses");
    });
    assertThat(looks).as("pictures of it on the way").hasSizeGreaterThan(4);
    await(() -> standing("burst") == Standing.PASSED);
    robot.interact(
        () -> assertThat(window.scene().getRoot().lookupAll(".sample-cell").size()).isLessThan(80));
  }

  private boolean namesTheService(String text) {
    return text.contains(service.url().replace("http://", ""));
  }

  private void change(String pattern, String by) throws Exception {
    var file = showcase.repository.resolve(".plimsoll/checklists/smoke-tests.yaml");
    showcase.commit(
        ".plimsoll/checklists/smoke-tests.yaml",
        Files.readString(file).replaceAll(pattern, by),
        "Smoke tests: other numbers");
  }

  private Place smoke() {
    return new Place.ChecklistRun(showcase.repository, Showcase.VERSION, "smoke-tests");
  }

  private void trust(FxRobot robot) {
    window.go(robot, new Place.Project(showcase.repository));
    window.find(robot, "#open-release");
    if (!OpenWindow.isGone(robot, "#trust")) {
      window.click(robot, "#trust");
      OpenWindow.await(() -> OpenWindow.isGone(robot, "#trust"));
    }
  }

  /// To the page, past what stands before it, and everything is started.
  private void begin(FxRobot robot) {
    trust(robot);
    window.go(robot, smoke());
    window.find(robot, ".begin");
    robot.press(KeyCode.SHORTCUT, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.SHORTCUT);
    window.find(robot, "#steps");
    OpenWindow.await(() -> standing("health") == Standing.NOT_RUN);
    robot.press(KeyCode.SHORTCUT, KeyCode.ENTER).release(KeyCode.ENTER, KeyCode.SHORTCUT);
  }

  private void answersEveryKey() {
    var screen = Objects.requireNonNull(window.workbench.journey().screen().get());
    var answered = screen.actions().stream().map(action -> String.valueOf(action.keys())).toList();
    var shown = new TreeSet<String>();
    screen.root().lookupAll(".button").forEach(node -> KeyHint.keyOf(node).ifPresent(shown::add));
    shown.removeAll(List.of("Enter", "Esc", "Space"));
    assertThat(answered).containsAll(shown);
  }

  private void select(FxRobot robot, String step) {
    OpenWindow.await(() -> {
      robot.interact(() -> {
        var steps = (ListView<?>) window.scene().lookup("#steps");
        for (var i = 0; i < steps.getItems().size(); i++) {
          if (steps.getItems().get(i).toString().contains("[id=" + step + ",")) {
            steps.getSelectionModel().clearAndSelect(i);
          }
        }
      });
      return true;
    });
  }

  private Standing standing(String step) {
    try (var project = window.plimsoll.project(showcase.repository)) {
      return project.release(Showcase.VERSION).state().run("smoke-tests").stream()
          .flatMap(run -> run.step(step).lastAttempt().stream())
          .map(attempt ->
              attempt.ending() == null ? Standing.RUNNING : attempt.ending().outcome().standing())
          .findFirst()
          .orElse(Standing.NOT_RUN);
    }
  }

  private int attempts(String step) {
    try (var project = window.plimsoll.project(showcase.repository)) {
      return project
          .release(Showcase.VERSION)
          .state()
          .run("smoke-tests")
          .orElseThrow()
          .step(step)
          .attempts()
          .size();
    }
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition) {
    OpenWindow.await(condition);
  }

  private static List<String> texts(FxRobot robot, String query) {
    var texts = new java.util.ArrayList<String>();
    robot.interact(() ->
        robot
            .lookup(query)
            .queryAll()
            .forEach(node -> {
              if (node instanceof javafx.scene.control.Labeled labeled
                  && labeled.getText() != null) {
                texts.add(labeled.getText());
              }
            }));
    return List.copyOf(texts);
  }
}
