package dev.plimsoll.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Decision.Ending;
import dev.plimsoll.core.model.Decision.Weight;
import dev.plimsoll.core.model.Standing;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GateTest {
  @Test
  void aChecklistWithoutStepsIsNoGo() {
    var decision = Gate.decide(Samples.checklist(), Map.of());

    assertThat(decision).isInstanceOf(Decision.NoGo.class);
    assertThat(decision.blockers())
        .extracting(Decision.Clause::sentence)
        .containsExactly("The checklist has no steps, which proves nothing.");
  }

  @Test
  void aStepThatNobodyJudgedBlocksLikeOneThatNeverRan() {
    var decision =
        Gate.decide(
            Samples.checklist(Samples.step("a"), Samples.step("b")),
            Map.of("a", judged(Standing.PASSED)));

    assertThat(decision.isGo()).isFalse();
    assertThat(decision.blockers()).extracting(Decision.Clause::step).containsExactly("b");
    assertThat(decision.blockers().getFirst().weight()).isEqualTo(Weight.OPEN);
  }

  @Test
  void everyStepPassedIsGoAndComplete() {
    var decision =
        Gate.decide(
            Samples.checklist(Samples.step("a"), Samples.step("b")),
            Map.of("a", judged(Standing.PASSED), "b", judged(Standing.WARNED)));

    assertThat(decision.isGo()).isTrue();
    assertThat(decision.completion().words()).isEqualTo("COMPLETE");
  }

  @ParameterizedTest
  @EnumSource(
      value = Standing.class,
      names = {"PASSED", "WARNED", "NOT_APPLICABLE", "WAIVED", "DEFERRED"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyOtherStandingOfARequiredStepBlocks(Standing standing) {
    var decision = Gate.decide(Samples.checklist(Samples.step("a")), Map.of("a", judged(standing)));

    assertThat(decision.isGo()).isFalse();
    assertThat(decision.completion().ending()).isEqualTo(Ending.INCOMPLETE);
    assertThat(decision.blockers()).hasSize(1);
  }

  @Test
  void onlyAFailedStepWeighsAsFailed() {
    var decision =
        Gate.decide(
            Samples.checklist(Samples.step("a"), Samples.step("b")),
            Map.of("a", judged(Standing.FAILED), "b", judged(Standing.UNAVAILABLE)));

    assertThat(decision.clauses())
        .extracting(Decision.Clause::weight)
        .containsExactly(Weight.FAILED, Weight.OPEN);
  }

  @Test
  void anOptionalStepNeverBlocksAndIsNamedAsOptional() {
    var decision =
        Gate.decide(
            Samples.checklist(Samples.step("a", Samples.optional()), Samples.step("b")),
            Map.of("a", judged(Standing.FAILED), "b", judged(Standing.PASSED)));

    assertThat(decision.isGo()).isTrue();
    assertThat(decision.clauses().getFirst().sentence())
        .isEqualTo("\u201cStep a\u201d (optional) failed.");
  }

  @Test
  void exceptionsAreCountedInTheCompletion() {
    var checklist = Samples.checklist(Samples.step("a"), Samples.step("b"), Samples.step("c"));
    var deferred = new Judgement(Standing.DEFERRED, "deferred", true);
    var waived = new Judgement(Standing.WAIVED, "waived", true);
    var passed = judged(Standing.PASSED);

    assertThat(
            Gate.decide(checklist, Map.of("a", deferred, "b", passed, "c", passed))
                .completion()
                .words())
        .isEqualTo("COMPLETE EXCEPT DEFERRED (1)");
    assertThat(
            Gate.decide(checklist, Map.of("a", deferred, "b", waived, "c", waived))
                .completion()
                .words())
        .isEqualTo("COMPLETE WITH OVERRIDES (2)");
  }

  @Test
  void aPersonsNotApplicableIsAnExceptionAConditionIsNot() {
    var checklist = Samples.checklist(Samples.step("a"));

    var byCondition =
        Gate.decide(
            checklist,
            Map.of("a", new Judgement(Standing.NOT_APPLICABLE, "only for major releases", false)));
    var byPerson =
        Gate.decide(
            checklist,
            Map.of("a", new Judgement(Standing.NOT_APPLICABLE, "no database here", true)));

    assertThat(byCondition.completion().ending()).isEqualTo(Ending.COMPLETE);
    assertThat(byPerson.completion().ending()).isEqualTo(Ending.WITH_OVERRIDES);
  }

  private static Judgement judged(Standing standing) {
    return new Judgement(standing, null, false);
  }
}
