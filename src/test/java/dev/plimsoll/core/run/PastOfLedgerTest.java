package dev.plimsoll.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.PastRuns;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PastOfLedgerTest {
  @TempDir Path folder;

  @Test
  void aStepSeesTheRunsBeforeItsOwn() throws InterruptedException {
    var desk = new RunDesk(folder);
    var seen = new ArrayList<List<PastRuns.PastRun>>();
    var fails = new ArrayList<Boolean>(List.of(false, true, false));
    var step =
        RunDesk.step(
            "a",
            Scripted.check(
                "a",
                context -> {
                  seen.add(context.release().past().runs());
                  return Conclusion.of(
                      fails.removeFirst() ? new Outcome.Failed("no") : new Outcome.Passed("ok"),
                      "ok");
                }));
    for (var version : List.of("1.0.0", "1.1.0", "1.2.0")) {
      try (var session = open(desk, version, step)) {
        session.start("a");
        session.awaitIdle();
      }
    }
    assertThat(seen.get(0)).isEmpty();
    assertThat(seen.get(1)).extracting(PastRuns.PastRun::passed).containsExactly(true);
    assertThat(seen.get(2))
        .extracting(run -> run.checklist() + " " + run.version() + " " + run.passed())
        .containsExactlyInAnyOrder("pre-release 1.0.0 true", "pre-release 1.1.0 false");
  }

  private static RunSession open(RunDesk desk, String version, Step step) {
    var usual = desk.setting(step);
    var candidate = new Candidate("demo", version, "v" + version, ReleaseType.MINOR, desk.bound);
    var setting =
        new RunSetting(
            usual.project(),
            usual.checklist(),
            candidate,
            usual.root(),
            usual.binding(),
            null,
            usual.rules());
    var options =
        new RunOptions(Map.of(), false, new Actor("ada@example.org", null), Answer.Origin.WINDOW);
    return RunOpening.open(
        setting,
        desk.tools(new Ledger(desk.desk.open())),
        options,
        () -> "run-" + version,
        List.of());
  }
}
