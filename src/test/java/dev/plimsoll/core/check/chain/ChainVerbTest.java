package dev.plimsoll.core.check.chain;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.PastRuns;
import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.AuditedChain;
import dev.plimsoll.core.model.ChainHead;
import dev.plimsoll.core.model.ChainLook;
import dev.plimsoll.core.model.ChainSighting;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChainVerbTest {
  @TempDir Path root;
  private final ChainVerb verb = new ChainVerb();
  private final List<PastRuns.PastRecord> records = new ArrayList<>();
  private final List<PastRuns.PastChain> chains = new ArrayList<>();
  private Stage stage;
  private Path file;
  private Trail trail;

  @BeforeEach
  void aLog() throws IOException {
    file = root.resolve("data/ops.jsonl");
    trail = Trail.of(12).write(file);
    stage =
        new Stage(root)
            .auditing(
                new Project.Audit(
                    List.of(new AuditedChain("ops", "data/ops.jsonl", "aetherlink")),
                    Recipes.builtIn().all()))
            .after(past());
  }

  private PastRuns past() {
    return new PastRuns() {
      @Override
      public List<PastRun> runs() {
        return List.of();
      }

      @Override
      public List<PastRecord> records() {
        return records;
      }

      @Override
      public List<PastChain> chains() {
        return chains;
      }
    };
  }

  private void recorded(String version, int entries) {
    records.add(
        new PastRuns.PastRecord(
            version,
            "READY",
            Stage.NOW,
            List.of(new ChainHead("ops", "aetherlink", entries, trail.head(entries))),
            records.size()));
  }

  private void seen(String step, boolean ofThisRun, int entries, long seq) {
    var head = new ChainHead("ops", "aetherlink", entries, trail.head(entries));
    chains.add(
        new PastRuns.PastChain(
            new ChainSighting(head, "r1", step, Stage.NOW.minus(Duration.ofDays(1)), false, seq),
            "the run of daily on 2026-03-09",
            ofThisRun));
  }

  private Outcome judge(Object value, Object expect) throws InterruptedException {
    Conclusion conclusion = stage.carryOut(verb, value, expect);
    return conclusion.outcome();
  }

  private Outcome judge(Object value) throws InterruptedException {
    return judge(value, null);
  }

  private ChainLook looked() {
    return ((StepContext.Effect.ChainLookedAt) stage.effects.getLast()).look();
  }

  @Test
  void aWholeLogPassesWithItsCountAndHeadAndSaysThatNothingWasKnown() throws Exception {
    var outcome = judge("ops", map("entries", "> 0"));

    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(outcome.observed())
        .contains("12 entries, head " + trail.head())
        .contains("nothing to compare with");
    assertThat(looked().name()).isEqualTo("ops");
    assertThat(looked().found()).isEqualTo(new ChainLook.Found.Whole(12, trail.head(), 0));
  }

  @Test
  void aLogThatGoesOnFromTheLastRecordPassesAndSaysHowMuchItGrew() throws Exception {
    recorded("1.3.0", 5);
    recorded("1.4.0", 9);

    assertThat(judge("ops", List.of("grown == 3", "entries > 0")).observed())
        .contains("3 more than in the record of 1.4.0");
    assertThat(judge("ops", List.of("grown >= 4"))).isInstanceOf(Outcome.Failed.class);
    assertThat(looked().against())
        .isEqualTo(new ChainLook.Against(9, trail.head(9), "the record of 1.4.0"));
  }

  @Test
  void aLogFromAnOlderBackupIsRolledBackWithTheNumberOfMissingEntries() throws Exception {
    recorded("1.4.0", 12);
    Files.writeString(file, trail.text(8));

    var outcome = judge("ops");

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).contains("PIN_ROLLBACK");
    assertThat(outcome.findings().getFirst().message())
        .contains("4 entries")
        .contains("record of 1.4.0");
  }

  @Test
  void aLookThatFoundLessThanWasKnownIsNotBelievedOverIt() throws Exception {
    recorded("1.4.0", 5);
    seen("ops", false, 9, 20);
    seen("ops", false, 7, 30);
    Files.writeString(file, trail.text(8));

    assertThat(judge(map("name", "ops", "anchor", "last-seen"))).isInstanceOf(Outcome.Failed.class);
    assertThat(looked().against()).extracting(ChainLook.Against::entries).isEqualTo(9L);
  }

  @Test
  void anAlteredEntryIsNamedWithFileLineAndBothSidesAndTheFileIsKept() throws Exception {
    Files.writeString(file, trail.altered(4));

    var outcome = judge("ops");

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    var first = outcome.findings().getFirst();
    assertThat(first.toString()).startsWith("data/ops.jsonl:5: ").contains("Entry 4 (line 5, byte");
    assertThat(outcome.findings())
        .extracting(Finding::message)
        .anySatisfy(side -> assertThat(side).startsWith("Found:"))
        .anySatisfy(side -> assertThat(side).startsWith("Expected:"));
    assertThat(stage.tap.text("ops.jsonl")).isEqualTo(Files.readString(file));
    assertThat(looked().found()).isInstanceOf(ChainLook.Found.Broken.class);
  }

  @Test
  void whatTheStepBeforeSawMustStillBeThere() throws Exception {
    seen("before", true, 12, 7);
    var step = map("name", "ops", "extends", "before");
    assertThat(judge(step, List.of("grown >= 1"))).isInstanceOf(Outcome.Failed.class);

    trail.and(2).write(file);
    assertThat(judge(step, List.of("grown >= 1")).observed())
        .contains("2 more than in the step before of this run");

    Files.writeString(file, trail.text(3));
    assertThat(judge(step, List.of("grown >= 1"))).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void aStepThatDidNotSeeTheChainIsNoGround() throws Exception {
    seen("before", false, 12, 7);
    assertThat(Stage.lint(verb, map("name", "ops", "extends", "before"), null)).isEmpty();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> judge(map("name", "ops", "extends", "before")))
        .hasMessageContaining("has not found ops whole in this run");
  }

  @Test
  void lastSeenIsTheNewestOfRecordsAndRuns() throws Exception {
    recorded("1.4.0", 5);
    seen("trail", false, 9, 40);

    assertThat(judge(map("name", "ops", "anchor", "last-seen")).observed())
        .contains("3 more than in the run of daily on 2026-03-09");
    assertThat(judge(map("name", "ops", "anchor", "none")).observed())
        .contains("nothing to compare with");
    assertThat(judge(map("name", "ops", "anchor", "12:" + trail.head())).observed())
        .contains("the same as in the anchor of the step");
    assertThat(judge(map("name", "ops", "anchor", "12:" + "0".repeat(64))).observed())
        .contains("PIN_FORK");
  }

  @Test
  void noEntryIsNeverAPassAndAFileThatIsNotThereIsAWarningOnlyWhereNothingWasKnown()
      throws Exception {
    Files.writeString(file, "");
    assertThat(judge("ops", map("entries", "> 0"))).isInstanceOf(Outcome.Failed.class);

    Files.delete(file);
    assertThat(judge("ops")).isInstanceOf(Outcome.Failed.class);
    assertThat(judge(map("name", "ops", "missing", "warn"))).isInstanceOf(Outcome.Warned.class);

    recorded("1.4.0", 12);
    var gone = judge(map("name", "ops", "missing", "warn"));
    assertThat(gone).isInstanceOf(Outcome.Failed.class);
    assertThat(gone.observed()).contains("12 entries are missing since the record of 1.4.0");
  }

  @Test
  void aFileWithoutANameInTheProjectIsVerifiedByItsRecipe() throws Exception {
    var outcome = judge(map("file", "data/ops.jsonl", "recipe", "aetherlink"));
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(looked().name()).isEqualTo("data/ops.jsonl");

    assertThat(judge(map("file", "data/ops.jsonl", "recipe", "wrapper")))
        .isNotInstanceOf(Outcome.Passed.class);
  }

  @Test
  void theAlarmWorksOnACopyAndTheLogIsLeftAlone() throws Exception {
    var before = Files.readString(file);

    var outcome = judge(map("name", "ops", "mutate", List.of("flip", "remove", "cut", "drop")));

    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(outcome.observed()).contains("refused after flip").contains("at entry 6");
    assertThat(Files.readString(file)).isEqualTo(before);
    assertThat(stage.effects).isEmpty();
  }

  @Test
  void anAlarmThatCannotBeTriedProvesNothing() throws Exception {
    Files.writeString(file, trail.altered(3));
    assertThat(judge(map("name", "ops", "mutate", true))).isInstanceOf(Outcome.Inconclusive.class);
    Files.writeString(file, "");
    assertThat(judge(map("name", "ops", "mutate", true))).isInstanceOf(Outcome.Failed.class);
    Files.delete(file);
    assertThat(judge(map("name", "ops", "mutate", true))).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(lint(map())).singleElement().asString().contains("does not say which");
    assertThat(lint(map("name", "ops", "log", "own"))).first().asString().contains("more than one");
    assertThat(lint(map("file", "../x", "recipe", "a"))).first().asString().contains("leads out");
    assertThat(lint(map("file", "x"))).first().asString().contains("'recipe' is missing");
    assertThat(lint(map("name", "ops", "recipe", "a"))).first().asString().contains("project.yaml");
    assertThat(lint(map("name", "ops", "anchor", "last-recrd")))
        .first()
        .asString()
        .contains("'last-record'");
    assertThat(lint(map("name", "ops", "anchor", "12:xyz"))).first().asString().contains("ENTRIES");
    assertThat(lint(map("name", "ops", "missing", "ignore"))).first().asString().contains("warn");
    assertThat(lint(map("name", "ops", "mutate", "flop"))).first().asString().contains("'flip'");
    assertThat(lint(map("name", "ops", "mutate", true, "missing", "warn")))
        .first()
        .asString()
        .contains("beside 'mutate'");
    assertThat(lint(map("log", "own", "anchor", "none"))).first().asString().contains("own log");
  }

  private List<String> lint(Object value) {
    return Stage.lint(verb, value, null);
  }
}
