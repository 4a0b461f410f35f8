package dev.plimsoll.desktop.screen.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.BackupYard;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Settle;
import dev.plimsoll.desktop.kit.TestSurroundings;
import dev.plimsoll.desktop.kit.Times;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The cards of Home as they are seen and pressed, over a real project.
@Tag("ui")
@ExtendWith(ApplicationExtension.class)
class HomeViewTest {
  private static final String BACKUPS = "#wizard-backup-and-restore";
  private static final String PRE_RELEASE = "#wizard-pre-release";

  private final TestSurroundings window = new TestSurroundings();
  @TempDir Path folder;
  private BackupYard yard;
  private HomeView view;
  private Scene scene;

  @Start
  void start(Stage stage) throws Exception {
    yard = BackupYard.in(folder, BackupYard.OWN, Map.of("backup", BackupWizardTest.BACKUP));
    var model = new HomeViewModel(yard.plimsoll, _ -> {}, window.surroundings());
    view =
        new HomeView(
            model, window.surroundings(), new Times(InstantSource.system(), ZoneOffset.UTC));
    scene = new Scene(view.root(), 980, 900);
    stage.setScene(scene);
    stage.show();
  }

  @AfterEach
  void close() {
    yard.close();
  }

  @Test
  void allBackupsStandBesideTheBackupThatIsToBeWalkedNextAndOpenThem(FxRobot robot)
      throws Exception {
    look(robot);
    assertThat(buttons(robot, BACKUPS)).as("something else comes first").containsExactly("Open");

    BackupWizardTest.walk(yard);
    look(robot);
    assertThat(buttons(robot, BACKUPS)).containsExactly("Begin", "All backups");
    press(robot, BACKUPS, "All backups");
    press(robot, BACKUPS, "Begin");

    var root = yard.project.root();
    assertThat(window.visited)
        .containsExactly(
            new Place.BackupSet(root, "shop"), new Place.ChecklistRun(root, "1.0.0", "backup"));
  }

  @Test
  void aTrustedProjectWithoutAVersionHasNoLockAndAsksForOne(FxRobot robot) throws Exception {
    Files.delete(yard.file("CHANGELOG.md"));
    look(robot);

    assertThat(texts(robot, PRE_RELEASE))
        .contains("Nothing in the project proposes a version: name the one to release.");
    assertThat(icons(robot, PRE_RELEASE)).doesNotContain(Feather.LOCK);
    press(robot, PRE_RELEASE, "Name a version");
    press(robot, BACKUPS, "Open");
    var root = yard.project.root();
    assertThat(window.visited)
        .containsExactly(new Place.Project(root), new Place.BackupSet(root, "shop"));
  }

  @Test
  void filesThatChangedAreLockedUntilTheyAreTrustedAgain(FxRobot robot) throws Exception {
    var file = yard.file(".plimsoll/project.yaml");
    Files.writeString(file, Files.readString(file) + "# changed\n");
    look(robot);

    assertThat(texts(robot, PRE_RELEASE))
        .contains("Its files have changed: look at what they do and trust them again first.");
    assertThat(icons(robot, PRE_RELEASE)).contains(Feather.LOCK);
  }

  @Test
  void filesWithErrorsAreToldWhereTheBackupsWouldBe(FxRobot robot) throws Exception {
    var file = yard.file(".plimsoll/project.yaml");
    Files.writeString(file, Files.readString(file) + "colour: blue\n");
    look(robot);

    assertThat(texts(robot, BACKUPS))
        .contains("Could not tell: the files of demo have errors.")
        .noneMatch(words -> words.contains("names nothing to back up"));
    press(robot, BACKUPS, "See the errors");
    assertThat(window.visited).containsExactly(new Place.Project(yard.project.root()));
  }

  @Test
  void aProjectThatCannotBeOpenedSaysWhyInsteadOfShowingCards(FxRobot robot) throws Exception {
    look(robot);
    Files.move(yard.file(".git"), folder.resolve("moved"));
    look(robot);

    assertThat(robot.lookup(PRE_RELEASE).tryQuery()).isEmpty();
    assertThat(texts(robot, ".error-panel")).anyMatch(words -> words.contains("demo"));
    press(robot, ".root", "Open the project");
    assertThat(window.visited).containsExactly(new Place.Project(yard.project.root()));
  }

  private void look(FxRobot robot) {
    robot.interact(view::onShown);
    Settle.window(robot, scene);
  }

  private static List<Labeled> labels(FxRobot robot, String card) {
    return robot.lookup(card).query().lookupAll(".label").stream()
        .filter(Labeled.class::isInstance)
        .map(Labeled.class::cast)
        .toList();
  }

  private static List<String> texts(FxRobot robot, String card) {
    return labels(robot, card).stream().map(Labeled::getText).toList();
  }

  private static List<Button> all(FxRobot robot, String card) {
    return robot.lookup(card).query().lookupAll(".button").stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .toList();
  }

  private static List<String> buttons(FxRobot robot, String card) {
    return all(robot, card).stream().map(Button::getText).toList();
  }

  private void press(FxRobot robot, String card, String name) {
    Node button =
        all(robot, card).stream()
            .filter(each -> each.getText().equals(name))
            .findFirst()
            .orElseThrow(() -> new AssertionError(name + " in " + buttons(robot, card)));
    Settle.click(robot, scene, button);
  }

  private static List<Object> icons(FxRobot robot, String card) {
    return robot.lookup(card).query().lookupAll(".ikonli-font-icon").stream()
        .filter(FontIcon.class::isInstance)
        .<Object>map(icon -> ((FontIcon) icon).getIconCode())
        .toList();
  }
}
