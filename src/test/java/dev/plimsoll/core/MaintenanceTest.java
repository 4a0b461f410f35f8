package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.run.RunSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a project asks for regularly, beside a real log that grows old by the clock of a later day.
@Timeout(180)
class MaintenanceTest {
  private static final String DAILY =
      """
      schema: plimsoll/checklist/v1
      id: daily
      title: Daily upkeep
      category: maintenance
      sections:
        - id: all
          title: Everything
          steps:
            - id: looked
              title: Somebody looked
              ask: {challenge: "Is all well?", record: confirm}
      """;
  private static final String WEEKLY =
      """
      schema: plimsoll/checklist/v1
      id: weekly
      title: Weekly upkeep
      category: maintenance
      sections:
        - id: all
          title: Everything
          steps:
            - id: way-back
              title: There is a way back
              restore-point: {set: shop, youngerThan: 2d, provenWithin: 7d}
      """;

  @TempDir Path folder;
  private BackupYard yard;

  @BeforeEach
  void make() throws IOException, InterruptedException {
    yard = BackupYard.in(folder, BackupYard.OWN, Map.of());
    var lists = yard.sandbox.repository.resolve(".plimsoll/checklists");
    Files.writeString(lists.resolve("daily.yaml"), DAILY);
    Files.writeString(lists.resolve("weekly.yaml"), WEEKLY);
    Files.writeString(
        yard.sandbox.repository.resolve(".plimsoll/project.yaml"),
        "maintenance:\n  - {checklist: daily, every: \"day at 00:00\"}\n",
        StandardOpenOption.APPEND);
    yard.project.reload();
    yard.project.trust(yard.project.trustQuestion().digest());
  }

  /// Ends the yard, and looks that much later.
  private List<Overdue> overdueIn(Duration later) throws IOException {
    yard.close();
    try (var plimsoll = yard.sandbox.open(Clock.offset(Clock.systemUTC(), later))) {
      return plimsoll.wizards(yard.sandbox.repository).overdue();
    }
  }

  private void doAll() throws InterruptedException {
    try (var session = yard.project.release("1.0.0").open("daily", yard.sandbox.options())) {
      session.answer("looked", new Answer("yes", Answer.Origin.WINDOW), List.of());
    }
    yard.take();
    yard.desk().drill("shop", null).run();
  }

  @Test
  void whatWasNeverDoneIsOverdueAndSaysSo() throws Exception {
    assertThat(overdueIn(Duration.ZERO))
        .containsExactly(
            new Overdue.Walk(null, "daily", "Daily upkeep", "day at 00:00", null),
            new Overdue.Backup("shop", Duration.ofDays(2), null),
            new Overdue.Proof("shop", Duration.ofDays(7), null));
  }

  private Overdue.Walked walkedWith(Walk walk) throws Exception {
    try (var session = yard.project.release("1.0.0").open("daily", yard.sandbox.options())) {
      walk.of(session);
    }
    return overdueIn(Duration.ZERO).stream()
        .filter(Overdue.Walk.class::isInstance)
        .map(Overdue.Walk.class::cast)
        .findFirst()
        .orElseThrow()
        .last();
  }

  private interface Walk {
    void of(RunSession session) throws InterruptedException;
  }

  @Test
  void aWalkThatFailedIsNotDone() throws Exception {
    var last =
        walkedWith(
            session -> session.answer("looked", new Answer("no", Answer.Origin.WINDOW), List.of()));
    assertThat(last.end()).isEqualTo(Overdue.End.FAILED);
  }

  @Test
  void aWalkThatWasOnlyOpenedOrPutAsideIsNotDone() throws Exception {
    assertThat(walkedWith(session -> session.pause("later")).end())
        .isEqualTo(Overdue.End.UNFINISHED);
  }

  @Test
  void whatWasDoneInTimeIsNotToldOf() throws Exception {
    doAll();
    assertThat(overdueIn(Duration.ZERO)).isEmpty();
  }

  @Test
  void eachGrowsOldByItsOwnLimit() throws Exception {
    doAll();
    assertThat(overdueIn(Duration.ofDays(3)))
        .hasSize(2)
        .satisfiesExactly(
            walk ->
                assertThat(walk)
                    .isInstanceOfSatisfying(
                        Overdue.Walk.class, it -> assertThat(it.last()).isNotNull()),
            backup ->
                assertThat(backup)
                    .isInstanceOfSatisfying(
                        Overdue.Backup.class, it -> assertThat(it.last()).isNotNull()));
  }

  @Test
  void whatThePlanAsksForIsAskedWhenTheReleaseIsWalked() throws Exception {
    var file = yard.sandbox.repository.resolve(".plimsoll/project.yaml");
    Files.writeString(
        file,
        Files.readString(file)
            .replace(
                "  - {checklist: pre-release}",
                "  - {checklist: pre-release}\n  - {checklist: weekly}"));
    yard.project.reload();
    yard.project.trust(yard.project.trustQuestion().digest());
    assertThat(overdueIn(Duration.ZERO))
        .singleElement()
        .isInstanceOfSatisfying(
            Overdue.Walk.class, it -> assertThat(it.checklist()).isEqualTo("daily"));
  }

  @Test
  void filesThatNobodyTrustsSayNothingOfWhatIsOverdue() throws Exception {
    Files.writeString(
        yard.sandbox.repository.resolve(".plimsoll/project.yaml"),
        "# changed\n",
        StandardOpenOption.APPEND);
    assertThat(overdueIn(Duration.ZERO)).isEmpty();
  }
}
