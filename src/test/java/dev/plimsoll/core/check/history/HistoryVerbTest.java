package dev.plimsoll.core.check.history;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.PastRuns;
import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryVerbTest {
  @TempDir Path root;
  private final HistoryVerb verb = new HistoryVerb();
  private List<PastRuns.PastRun> runs = List.of();
  private List<PastRuns.PastRecord> records = List.of();

  @Test
  void aRollbackWasRehearsedLately() throws Exception {
    runs =
        List.of(
            run("r1", "rollback", "1.3.0", true, 200),
            run("r2", "rollback", "1.4.0", true, 30),
            run("r3", "rollback", "1.4.1", false, 2),
            run("r4", "smoke", "1.4.1", true, 1));
    assertThat(judge(map("checklist", "rollback", "notOlderThan", "90d")))
        .isEqualTo(new Outcome.Passed("run r2 for 1.4.0 of 2026-02-08"));
    assertThat(judge(map("checklist", "rollback", "notOlderThan", "7d")).findings())
        .extracting(Finding::message)
        .containsExactly(
            "The newest is run r2 for 1.4.0, of 2026-02-08; it must not be older than 7 days.");
    assertThat(judge(map("checklist", "rollback", "notOlderThan", "7d", "decision", "any")))
        .isInstanceOf(Outcome.Passed.class);
    assertThat(judge(map("checklist", "rollback", "version", "1.4.1")).observed())
        .isEqualTo("no run of rollback passed, of 1 for 1.4.1");
  }

  @Test
  void aReleaseCandidateWentOutBefore() throws Exception {
    records =
        List.of(
            new PastRuns.PastRecord("1.5.0-rc1", "RELEASED", Stage.NOW.minus(Duration.ofDays(3))),
            new PastRuns.PastRecord("1.4.0", "READY", Stage.NOW.minus(Duration.ofDays(2))));
    assertThat(judge(map("record", "RELEASED", "version", "{version}-rc*")))
        .isEqualTo(new Outcome.Passed("record of 1.5.0-rc1, RELEASED of 2026-03-07"));
    assertThat(judge(map("record", "RELEASED", "version", "1.4*")))
        .isInstanceOf(Outcome.Failed.class);
    assertThat(judge(map("record", true, "version", "1.4*"))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void nothingKnownIsNothingProven() throws Exception {
    assertThat(judge(map("checklist", "rollback")).findings())
        .extracting(Finding::toString)
        .containsExactly(
            "The history of this project holds no run of rollback. Walk it: plimsoll run rollback");
    assertThat(judge(map("record", true))).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void whatLiesInTheFutureProvesNothing() throws Exception {
    runs = List.of(run("r1", "rollback", "1.3.0", true, -2));
    var outcome = judge(map("checklist", "rollback"));
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.findings())
        .extracting(Finding::toString)
        .containsExactly(
            "The run r1 for 1.3.0 lies in the future, on 2026-03-12. Set this machine's clock, or"
                + " see which machine walked it.");
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(lint(map())).singleElement().asString().contains("either for a run");
    assertThat(lint(map("checklist", "a", "record", true))).first().asString().contains("either");
    assertThat(lint(map("record", "RELESED"))).first().asString().contains("'RELEASED'");
    assertThat(lint(map("record", true, "decision", "go"))).first().asString().contains("a run");
    assertThat(lint(map("checklist", "a", "decision", "no")))
        .first()
        .asString()
        .contains("cannot be no");
  }

  private static PastRuns.PastRun run(
      String id, String checklist, String version, boolean passed, int daysAgo) {
    return new PastRuns.PastRun(
        id, checklist, version, passed, Stage.NOW.minus(Duration.ofDays(daysAgo)));
  }

  private List<String> lint(Object value) {
    return Stage.lint(verb, value, null);
  }

  private Outcome judge(Object value) throws InterruptedException {
    var past =
        new PastRuns() {
          @Override
          public List<PastRun> runs() {
            return runs;
          }

          @Override
          public List<PastRecord> records() {
            return records;
          }
        };
    return new Stage(root).after(past).carryOut(verb, value).outcome();
  }
}
