package dev.plimsoll.desktop.screen.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.BackupYard;
import dev.plimsoll.core.Wizard;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.TestSurroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The wizard about backups, of a project whose plan asks for one.
class BackupWizardTest {
  private static final String VERSION = "1.0.0";
  static final String BACKUP =
      """
      schema: plimsoll/checklist/v1
      id: backup
      title: Backup
      category: backup
      sections:
        - id: all
          title: Everything
          steps:
            - id: told
              title: Somebody was told
              ask: {challenge: "Was somebody told?", record: confirm}
      """;

  private final TestSurroundings window = new TestSurroundings();
  @TempDir Path folder;

  @Test
  void itsChecklistIsOfferedInItsPlaceOfThePlanAndTheBackupsBeforeThat() throws Exception {
    try (var yard = BackupYard.in(folder, BackupYard.OWN, Map.of("backup", BACKUP))) {
      var root = yard.project.root();
      yard.project.release(VERSION).open("pre-release", yard.sandbox.options()).close();
      var model = new HomeViewModel(yard.plimsoll, _ -> {}, window.surroundings());
      model.refresh();
      var offered = model.wizards().get();
      assertThat(offered.all().get(2).place()).isEqualTo(1);
      assertThat(WizardWords.next(offered)).isEqualTo(Wizard.Kind.PRE_RELEASE);
      model.start(Wizard.Kind.BACKUP_AND_RESTORE);

      walk(yard);
      model.refresh();
      assertThat(WizardWords.next(model.wizards().get())).isEqualTo(Wizard.Kind.BACKUP_AND_RESTORE);
      model.start(Wizard.Kind.BACKUP_AND_RESTORE);
      model.openBackups();
      assertThat(window.visited)
          .containsExactly(
              new Place.BackupSet(root, "shop"),
              new Place.ChecklistRun(root, VERSION, "backup"),
              new Place.BackupSet(root, "shop"));
    }
  }

  static void walk(BackupYard yard) throws InterruptedException {
    try (var session = yard.project.release(VERSION).open("pre-release", yard.sandbox.options())) {
      session.startAutomatic();
      session.awaitIdle();
      session.answer("reviewed", new Answer("Grace", Answer.Origin.WINDOW), List.of());
      session.signOff(session.signOffRequest("approve"), yard.sandbox.ada("approver"));
      assertThat(session.view().decision().blockers()).isEmpty();
      session.pause("later");
    }
  }
}
