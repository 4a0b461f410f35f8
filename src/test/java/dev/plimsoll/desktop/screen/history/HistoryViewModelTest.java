package dev.plimsoll.desktop.screen.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.Sandbox;
import dev.plimsoll.core.history.HistoryExport;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.task.TaskRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The history page over a real history: one release with a sealed record, one run that was left
/// open.
class HistoryViewModelTest {
  private static final String QUESTION =
      """
      schema: plimsoll/checklist/v1
      id: pre-release
      title: Pre-release
      category: pre-release
      mode: do-confirm
      order: free
      sections:
        - id: all
          title: Everything
          steps:
            - id: reviewed
              title: Code review
              ask: {challenge: "Who reviewed the change?", record: text}
      """;

  @TempDir Path folder;
  private Plimsoll plimsoll;
  private HistoryViewModel model;

  @BeforeEach
  void history() throws Exception {
    var sandbox = Sandbox.with(folder, Map.of("pre-release", QUESTION));
    plimsoll = sandbox.open();
    try (var project = plimsoll.project(sandbox.repository)) {
      project.trust(project.trustQuestion().digest());
      var first = project.release("1.0.0");
      try (var run = first.open("pre-release", sandbox.options())) {
        run.answer(
            "reviewed", new Answer("Grace, pull request 12", Answer.Origin.WINDOW), List.of());
      }
      first.seal(List.of(sandbox.ada("approver")), folder.resolve("out"));
      project.release("1.1.0").open("pre-release", sandbox.options()).close();
    }
    model = new HistoryViewModel(plimsoll::history, new TaskRunner(Runnable::run, Runnable::run));
  }

  @AfterEach
  void close() {
    plimsoll.close();
  }

  @Test
  void releasesStandNewestFirstAndLeadToTheirPage() {
    model.load();

    assertThat(model.lines())
        .extracting(HistoryLine::release)
        .containsExactly("demo 1.1.0", "demo 1.0.0");
    assertThat(model.lines())
        .extracting(line -> line.word().text())
        .containsExactly("OPEN", "READY");
    assertThat(model.lines().getFirst().leads().place())
        .isEqualTo(new Place.Release(folder.resolve("demo"), "1.1.0"));
    assertThat(model.count().get()).isEqualTo("2");
  }

  @Test
  void recordsLeadToTheBundleThatIsKept() {
    model.shelf().set(Shelf.RECORDS);

    assertThat(model.lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.who()).isEqualTo(Sandbox.ADA);
          assertThat(line.leads().place()).isInstanceOf(Place.KeptRecord.class);
        });
  }

  @Test
  void aRunShowsItsStepsBesideTheList() {
    model.shelf().set(Shelf.RUNS);
    var sealed =
        model.lines().stream()
            .filter(line -> line.word().text().equals("SEALED"))
            .findFirst()
            .orElseThrow();
    model.select(sealed);

    assertThat(model.steps())
        .singleElement()
        .satisfies(step -> {
          assertThat(step.standing()).isEqualTo(Standing.PASSED);
          assertThat(step.seen().observed()).isEqualTo("Grace, pull request 12");
        });
  }

  @Test
  void runsAreNarrowedDownByTheirState() {
    model.shelf().set(Shelf.RUNS);
    model.phase().set(RunState.Phase.PAUSED);

    assertThat(model.lines()).extracting(HistoryLine::release).containsExactly("demo 1.1.0");
  }

  @Test
  void aSearchFindsWhatAPersonSaidAndNothingElse() {
    model.typed().set("\"pull request\"");
    assertThat(model.lines()).isNotEmpty().allMatch(line -> line.release().equals("demo 1.0.0"));

    model.typed().set("submarine");
    assertThat(model.lines()).isEmpty();
  }

  @Test
  void whatIsListedIsExportedAndNothingIsOverwritten() throws Exception {
    var written = new ArrayList<Path>();
    model.export(HistoryExport.Format.CSV, folder, written::add);
    assertThat(Files.readString(written.getFirst())).contains("1.0.0").contains("1.1.0");

    model.export(HistoryExport.Format.CSV, folder, written::add);
    assertThat(written).hasSize(1);
    assertThat(model.problem().get()).isNotNull();
    assertThat(model.problem().get().where()).contains("exists already");
  }
}
