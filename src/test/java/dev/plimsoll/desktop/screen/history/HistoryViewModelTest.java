package dev.plimsoll.desktop.screen.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.Sandbox;
import dev.plimsoll.core.history.HistoryExport;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.desktop.kit.Place;
import dev.plimsoll.desktop.kit.Times;
import dev.plimsoll.desktop.task.TaskRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
  private final Times times = new Times(Clock.systemUTC(), ZoneOffset.UTC);

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
    model =
        new HistoryViewModel(
            plimsoll::history, new TaskRunner(Runnable::run, Runnable::run), times, false);
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
    model.narrowing().shelf().set(Shelf.RECORDS);

    assertThat(model.lines())
        .singleElement()
        .satisfies(line -> {
          assertThat(line.who()).isEqualTo(Sandbox.ADA);
          assertThat(line.leads().place()).isInstanceOf(Place.KeptRecord.class);
        });
  }

  @Test
  void aRunShowsItsStepsBesideTheList() {
    model.narrowing().shelf().set(Shelf.RUNS);
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
    model.narrowing().shelf().set(Shelf.RUNS);
    model.narrowing().state().set(StateChoice.RUN_PAUSED);

    assertThat(model.lines()).extracting(HistoryLine::release).containsExactly("demo 1.1.0");
  }

  @Test
  void aSearchFindsWhatAPersonSaidAndNothingElse() {
    model.narrowing().typed().set("\"pull request\"");
    assertThat(model.lines()).isNotEmpty().allMatch(line -> line.release().equals("demo 1.0.0"));

    model.narrowing().typed().set("submarine");
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

  @Test
  void releasesAndRecordsAreNarrowedDownByWhatCameOfThem() {
    var asked = model.narrowing();
    asked.state().set(StateChoice.RELEASE_OPEN);
    assertThat(model.lines()).extracting(HistoryLine::release).containsExactly("demo 1.1.0");
    asked.state().set(StateChoice.RELEASE_READY);
    assertThat(model.lines()).extracting(HistoryLine::release).containsExactly("demo 1.0.0");
    assertThat(asked.words().get()).isEqualTo("ready");

    asked.shelf().set(Shelf.RECORDS);
    assertThat(asked.state().get()).as("another kind, other states").isEqualTo(StateChoice.ANY);
    assertThat(model.lines()).hasSize(1);
    asked.state().set(StateChoice.RECORD_BACK);
    assertThat(model.lines()).isEmpty();
    assertThat(model.count().get()).isEqualTo("0");
  }

  @Test
  void runsAreNarrowedDownByTheDecision() {
    model.narrowing().shelf().set(Shelf.RUNS);
    model.narrowing().state().set(StateChoice.RUN_GO);
    assertThat(model.lines()).extracting(HistoryLine::release).containsExactly("demo 1.0.0");
    model.narrowing().state().set(StateChoice.RUN_NO_GO);
    assertThat(model.lines()).extracting(HistoryLine::release).containsExactly("demo 1.1.0");
  }

  @Test
  void onlyWhatHappenedSinceADayIsShown() {
    var asked = model.narrowing();
    asked.since().set(Since.TODAY);
    assertThat(model.lines()).hasSize(2);

    asked.since().set(Since.DAY);
    assertThat(model.lines()).as("no day chosen yet").hasSize(2);
    asked.day().set(LocalDate.now(ZoneOffset.UTC).plusDays(1));
    assertThat(model.lines()).isEmpty();
    asked.typed().set("\"pull request\"");
    assertThat(model.lines()).as("a search keeps to it").isEmpty();
  }

  @Test
  void aSearchKeepsToWhatElseIsAsked() {
    var asked = model.narrowing();
    asked.typed().set("pre-release");
    assertThat(model.lines()).extracting(HistoryLine::release).contains("demo 1.0.0", "demo 1.1.0");

    asked.shelf().set(Shelf.RUNS);
    asked.state().set(StateChoice.RUN_PAUSED);
    assertThat(model.lines())
        .isNotEmpty()
        .allMatch(line -> line.release().equals("demo 1.1.0"))
        .allMatch(line -> line.leads().place() instanceof Place.ChecklistRun);
    assertThat(model.count().get()).isEqualTo(String.valueOf(model.lines().size()));

    asked.shelf().set(Shelf.RECORDS);
    assertThat(model.lines())
        .isNotEmpty()
        .allMatch(line -> line.leads().place() instanceof Place.KeptRecord);
  }

  @Test
  void clearingShowsEverythingOfTheKindAgain() {
    var asked = model.narrowing();
    asked.shelf().set(Shelf.RUNS);
    asked.state().set(StateChoice.RUN_PAUSED);
    asked.since().set(Since.WEEK);
    asked.product().set("demo");
    asked.typed().set("submarine");
    assertThat(asked.words().get()).isEqualTo("“submarine”, demo, paused, last 7 days");
    assertThat(model.lines()).isEmpty();

    asked.clear();
    assertThat(model.lines()).hasSize(2);
    assertThat(asked.words().get()).isEmpty();
    assertThat(asked.shelf().get()).isEqualTo(Shelf.RUNS);
  }

  @Test
  void anAuditorIsLedToRecordsAndNowhereElse() {
    model =
        new HistoryViewModel(
            plimsoll::history, new TaskRunner(Runnable::run, Runnable::run), times, true);
    model.load();
    assertThat(model.lines())
        .extracting(line -> line.leads().place() instanceof Place.KeptRecord)
        .containsExactly(false, true);
    model.narrowing().shelf().set(Shelf.RUNS);
    assertThat(model.lines()).allMatch(line -> line.leads().place() == null);
  }
}
