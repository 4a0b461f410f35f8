package dev.plimsoll.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Approval;
import dev.plimsoll.core.model.Deferral;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.StepRules;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.model.Waiver;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StandingsTest {
  private static final Outcome PASSED = new Outcome.Passed("ok");
  private static final Outcome FAILED = new Outcome.Failed("3 failures");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");

  @Test
  void aStepWithoutAttemptsHasNotRun() {
    assertThat(standing(Samples.step("a"), Samples.state("a"))).isEqualTo(Standing.NOT_RUN);
  }

  @Test
  void anAttemptThatNeverEndedIsInterruptedUnlessItRunsNow() {
    var state = Samples.state("a", Samples.unended(1));
    var running =
        new Situation(Samples.HERE, Samples.NOON, Set.of("a"), Map.of(), Situation.Digests.NONE);

    assertThat(standing(Samples.step("a"), state)).isEqualTo(Standing.INTERRUPTED);
    assertThat(Standings.of(Samples.step("a"), state, running).standing())
        .isEqualTo(Standing.RUNNING);
  }

  @Test
  void onlyTheLastAttemptCounts() {
    var state =
        Samples.state(
            "a",
            Samples.attempt(1, Samples.HERE, PASSED),
            Samples.attempt(2, Samples.HERE, FAILED));

    assertThat(standing(Samples.step("a"), state)).isEqualTo(Standing.FAILED);
  }

  @Test
  void aPassOnAnotherCommitIsStaleAndSaysWhich() {
    var state = Samples.state("a", Samples.attempt(1, Samples.ELSEWHERE, PASSED));

    var judgement = Standings.of(Samples.step("a"), state, Samples.now());

    assertThat(judgement.standing()).isEqualTo(Standing.STALE);
    assertThat(judgement.because())
        .isEqualTo("it is about commit 90ab3c1, the repository is at 4be19f7");
  }

  @Test
  void aFailureOnAnotherCommitStaysAFailure() {
    var state = Samples.state("a", Samples.attempt(1, Samples.ELSEWHERE, FAILED));

    assertThat(standing(Samples.step("a"), state)).isEqualTo(Standing.FAILED);
  }

  @Test
  void evidenceOlderThanItsLimitIsStaleEvidenceOfExactlyTheLimitIsNot() {
    var state = Samples.state("a", Samples.attempt(1, Samples.HERE, PASSED));

    assertThat(standing(Samples.step("a", Samples.freshFor(Duration.ofSeconds(30))), state))
        .isEqualTo(Standing.PASSED);
    assertThat(standing(Samples.step("a", Samples.freshFor(Duration.ofSeconds(29))), state))
        .isEqualTo(Standing.STALE);
  }

  @Test
  void aChangedDefinitionMakesEvidenceStale() {
    var state = Samples.state("a", Samples.attempt(1, Samples.HERE, PASSED));
    var changed =
        new Situation(
            Samples.HERE,
            Samples.NOON,
            Set.of(),
            Map.of(),
            new Situation.Digests(Map.of("a", "other"), Map.of()));

    assertThat(Standings.of(Samples.step("a"), state, changed).standing())
        .isEqualTo(Standing.STALE);
  }

  @Test
  void aWaiverCoversTheAttemptItWasGivenForUntilTheEndOfItsDay() {
    assertThat(standing(Samples.step("a"), waived(TODAY, 1))).isEqualTo(Standing.WAIVED);
    assertThat(standing(Samples.step("a"), waived(TODAY.minusDays(1), 1)))
        .isEqualTo(Standing.FAILED);
  }

  @Test
  void aLaterFailureNeedsAWaiverOfItsOwn() {
    var state =
        waived(
            TODAY,
            1,
            Samples.attempt(1, Samples.HERE, FAILED),
            Samples.attempt(2, Samples.HERE, FAILED));

    assertThat(standing(Samples.step("a"), state)).isEqualTo(Standing.FAILED);
  }

  @Test
  void aWaiverOfAStepThatMayNotBeWaivedCountsForNothing() {
    var rules =
        Samples.rules(new StepRules.Weight(false, true, false), new StepRules.Exits(false, null));

    assertThat(standing(Samples.step("a", rules), waived(TODAY, 1))).isEqualTo(Standing.FAILED);
  }

  @Test
  void aDeferralPassesOnlyWhereTheChecklistAllowsItAndUntilItsDay() {
    var allowed =
        Samples.rules(new StepRules.Weight(false, false, false), new StepRules.Exits(true, 7));

    assertThat(standing(Samples.step("a", allowed), deferred(TODAY))).isEqualTo(Standing.DEFERRED);
    assertThat(standing(Samples.step("a", allowed), deferred(TODAY.minusDays(1))))
        .isEqualTo(Standing.NOT_RUN);
    assertThat(standing(Samples.step("a"), deferred(TODAY))).isEqualTo(Standing.NOT_RUN);
  }

  @Test
  void aSignOffNeedsDistinctPeopleOverWhatStandsThereNow() {
    var step =
        Samples.step("s", StepRules.USUAL, new SignOff("I approve.", "approved", "approver", 2));
    var situation =
        new Situation(
            Samples.HERE,
            Samples.NOON,
            Set.of(),
            Map.of(),
            new Situation.Digests(Map.of(), Map.of("s", "now")));

    assertThat(Standings.of(step, approved("now", "a@x"), situation).standing())
        .isEqualTo(Standing.NOT_RUN);
    assertThat(Standings.of(step, approved("now", "a@x", "a@x"), situation).standing())
        .isEqualTo(Standing.NOT_RUN);
    assertThat(Standings.of(step, approved("now", "a@x", "b@x"), situation).standing())
        .isEqualTo(Standing.PASSED);
    assertThat(Standings.of(step, approved("before", "a@x", "b@x"), situation).standing())
        .isEqualTo(Standing.STALE);
  }

  @Test
  void aReopenedStepHasNotRunWhateverItPassedBefore() {
    var state =
        new StepState(
            "a",
            List.of(Samples.attempt(1, Samples.HERE, PASSED)),
            null,
            null,
            List.of(),
            List.of(),
            List.of(),
            "wrong host",
            null);

    assertThat(standing(Samples.step("a"), state)).isEqualTo(Standing.NOT_RUN);
  }

  private static Standing standing(Step step, StepState state) {
    return Standings.of(step, state, Samples.now()).standing();
  }

  private static StepState waived(
      LocalDate until, int attempt, dev.plimsoll.core.model.Attempt... attempts) {
    var tried =
        attempts.length == 0
            ? List.of(Samples.attempt(1, Samples.HERE, FAILED))
            : List.of(attempts);
    return state(
        tried, new Waiver("a", Samples.OPS, "image replaced", until, Samples.NOON, attempt), null);
  }

  private static StepState deferred(LocalDate due) {
    return state(List.of(), null, new Deferral("a", Samples.OPS, "docs later", due, Samples.NOON));
  }

  private static StepState state(
      List<dev.plimsoll.core.model.Attempt> attempts,
      @Nullable Waiver waiver,
      @Nullable Deferral deferral) {
    return new StepState(
        "a", attempts, waiver, deferral, List.of(), List.of(), List.of(), null, null);
  }

  private static StepState approved(String subject, String... people) {
    var evidence = new Evidence("s.json", "0".repeat(64), "application/json", 1);
    var approvals =
        java.util.Arrays.stream(people)
            .map(person ->
                new Approval(
                    "s",
                    new Actor(person, "SHA256:k"),
                    "approver",
                    "approved",
                    evidence,
                    evidence,
                    subject,
                    Samples.NOON))
            .toList();
    return new StepState("s", List.of(), null, null, approvals, List.of(), List.of(), null, null);
  }
}
