package dev.plimsoll.desktop.screen.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.Wizard;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.desktop.Showcase;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.TestSurroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeViewModelTest {
  private final TestSurroundings window = new TestSurroundings();
  private final List<Path> samples = new ArrayList<>();
  private Showcase showcase;
  private Plimsoll plimsoll;
  private HomeViewModel model;
  @TempDir Path folder;

  @BeforeEach
  void open() throws IOException {
    showcase = Showcase.in(folder);
    plimsoll = showcase.open();
    model = new HomeViewModel(plimsoll, samples::add, window.surroundings());
  }

  @AfterEach
  void close() {
    plimsoll.close();
  }

  @Test
  void aNewInstallationHasNothingToContinue() {
    assertThat(model.loaded().get()).isFalse();
    model.refresh();
    assertThat(model.loaded().get()).isTrue();
    assertThat(model.recent()).isEmpty();
    assertThat(model.inFlight()).isEmpty();
    assertThat(model.wizards().get()).isNull();
    model.start(Wizard.Kind.PRE_RELEASE);
    assertThat(window.visited).isEmpty();
  }

  @Test
  void aRunThatWasLeftIsFoundAgainAndLeadsToItsChecklist() throws Exception {
    pause("audit-chain");
    model.refresh();

    assertThat(model.recent())
        .singleElement()
        .satisfies(p -> assertThat(p.product()).isEqualTo("customer-ops"));
    var run = model.inFlight().getFirst();
    assertThat(run.phase()).isEqualTo(RunState.Phase.PAUSED);
    model.resume(run);
    model.openRelease(run);
    assertThat(window.visited)
        .containsExactly(
            new Place.ChecklistRun(showcase.repository, Showcase.VERSION, "audit-chain"),
            new Place.Release(showcase.repository, Showcase.VERSION));
  }

  @Test
  void theFourWizardsOfTheProjectOpenedLastTellHowTheyWereWalked() throws Exception {
    pause("audit-chain");
    model.refresh();

    var offered = model.wizards().get();
    assertThat(offered.version()).isEqualTo(Showcase.VERSION);
    assertThat(offered.all())
        .extracting(Wizard::kind)
        .containsExactly(
            Wizard.Kind.PRE_RELEASE,
            Wizard.Kind.SMOKE_TESTS,
            Wizard.Kind.BACKUP_AND_RESTORE,
            Wizard.Kind.AUDIT_CHAIN);
    var audit = offered.all().getLast();
    assertThat(audit.last().decision()).isEqualTo("GO");
    assertThat(audit.last().version()).isEqualTo(Showcase.VERSION);
    assertThat(offered.all().get(0).last()).isNull();
    assertThat(offered.all().get(1).waitsFor()).containsExactly("Release steps");

    model.start(Wizard.Kind.AUDIT_CHAIN);
    model.openChosen();
    assertThat(window.visited)
        .containsExactly(
            new Place.ChecklistRun(showcase.repository, Showcase.VERSION, "audit-chain"),
            new Place.Release(showcase.repository, Showcase.VERSION));
  }

  @Test
  void wizardsOfAProjectThatNobodyTrustsLeadToItsPageFirst() {
    plimsoll.project(showcase.repository).close();
    model.refresh();

    assertThat(model.wizards().get().version()).isNull();
    model.start(Wizard.Kind.SMOKE_TESTS);
    assertThat(window.visited).containsExactly(new Place.Project(showcase.repository));
  }

  @Test
  void aProjectThatCannotBeOpenedAnyMoreLeadsToThePageThatSaysSo() throws Exception {
    pause("audit-chain");
    java.nio.file.Files.move(showcase.repository.resolve(".git"), folder.resolve("moved"));
    model.refresh();

    assertThat(model.wizards().get().all()).isEmpty();
    model.start(Wizard.Kind.PRE_RELEASE);
    assertThat(window.visited).containsExactly(new Place.Project(showcase.repository));
  }

  @Test
  void aProjectThatIsTakenOffTheListStaysOff() throws Exception {
    pause("audit-chain");
    model.refresh();
    model.forget(model.recent().getFirst());
    assertThat(model.recent()).isEmpty();
    model.refresh();
    assertThat(model.recent()).isEmpty();
  }

  @Test
  void cancellingTheChooserGoesNowhere() {
    model.openFolder();
    assertThat(window.visited).isEmpty();
    window.picks.add(folder);
    model.openFolder();
    assertThat(window.visited).containsExactly(new Place.Project(folder));
  }

  @Test
  void theSampleIsMadeOnceAndShown() {
    var sample = folder.resolve("sample");
    model.createSample(sample);
    assertThat(samples).containsExactly(sample);
    assertThat(window.visited).containsExactly(new Place.Project(sample));
  }

  @Test
  void aSampleThatCannotBeMadeIsToldAndLeadsNowhere() {
    var refusing =
        new HomeViewModel(
            plimsoll,
            _ -> {
              throw Problem.of("Sample not made", "The disk is full.", "Make room.");
            },
            window.surroundings());
    refusing.createSample(folder.resolve("sample"));
    assertThat(window.visited).isEmpty();
    assertThat(refusing.working().get()).isFalse();
    assertThat(refusing.problem().get()).isNotNull();
  }

  private void pause(String checklist) throws Exception {
    try (var project = plimsoll.project(showcase.repository)) {
      project.trust(project.trustQuestion().digest());
      try (var session = project.release(Showcase.VERSION).open(checklist, showcase.options())) {
        session.startAutomatic();
        session.awaitIdle();
      }
    }
  }
}
