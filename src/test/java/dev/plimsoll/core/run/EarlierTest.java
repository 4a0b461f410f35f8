package dev.plimsoll.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EarlierTest {
  @TempDir Path folder;
  private RunDesk desk;

  @BeforeEach
  void desk() {
    desk = new RunDesk(folder);
  }

  @Test
  void theWalkBeforeTellsWhatEachStepConcludedLast() throws Exception {
    var first = walked("a", "b");
    var second = open();

    var before = ledger().before(second).orElseThrow();
    assertThat(before.step("a").map(Earlier.Told::standing)).hasValue(Standing.PASSED);
    assertThat(before.step("b").map(Earlier.Told::standing)).hasValue(Standing.FAILED);
    assertThat(before.step("c")).as("never tried").isEmpty();
    assertThat(before.step("a").orElseThrow().version()).isEqualTo("1.0.0");
    assertThat(ledger().before(first)).isEmpty();
  }

  @Test
  void aWalkInWhichNothingWasTriedIsNoneToCompareWith() throws Exception {
    var first = walked("a");
    open();
    var third = open();

    assertThat(ledger().before(third).orElseThrow().step("a")).isPresent();
    assertThat(ledger().before(first)).isEmpty();
    assertThat(ledger().before("no such run")).isEmpty();
  }

  @Test
  void whatHappensLaterChangesNothingOfIt() throws Exception {
    walked("a");
    var second = open();
    walked("a", "b");

    assertThat(ledger().before(second).orElseThrow().step("b")).isEmpty();
  }

  @Test
  void aStepThatTheLastWalkCouldNotTellOfIsToldOfByTheOneBefore() throws Exception {
    walked("a", "b");
    try (var session =
        desk.open(
            true,
            step("a", new Outcome.Unavailable("connection refused", List.of())),
            step("b", new Outcome.Passed("ok", List.of())))) {
      session.start("a");
      session.start("b");
      session.awaitIdle();
    }
    var third = open();
    var before = ledger().before(third).orElseThrow();

    assertThat(before.step("a").map(Earlier.Told::standing)).hasValue(Standing.PASSED);
    assertThat(before.step("b").map(Earlier.Told::standing)).hasValue(Standing.PASSED);
  }

  @Test
  void aWalkAtAnotherAddressIsNoneToCompareWith() throws Exception {
    walked("a", "b");
    desk.parameters = Map.of("url", "http://127.0.0.1:8911");
    var elsewhere = open();
    walked("b");
    var again = open();

    assertThat(ledger().before(elsewhere).orElseThrow().steps()).isEmpty();
    assertThat(ledger().before(again).orElseThrow().steps()).containsOnlyKeys("b");
  }

  private Ledger ledger() {
    var ledger = new Ledger(desk.desk.open());
    ledger.refresh();
    return ledger;
  }

  private String walked(String... tried) throws InterruptedException {
    try (var session = desk.open(true, steps())) {
      for (var step : tried) {
        session.start(step);
      }
      session.awaitIdle();
      return session.state().id();
    }
  }

  private String open() {
    try (var session = desk.open(true, steps())) {
      return session.state().id();
    }
  }

  private static Step[] steps() {
    return new Step[] {
      step("a", new Outcome.Passed("ok", List.of())),
      step("b", new Outcome.Failed("not ok", List.of())),
      step("c", new Outcome.Passed("ok", List.of()))
    };
  }

  private static Step step(String id, Outcome outcome) {
    return RunDesk.step(id, Scripted.check(id, _ -> Conclusion.of(outcome, "ok")));
  }
}
