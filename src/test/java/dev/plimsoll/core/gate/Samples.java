package dev.plimsoll.core.gate;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.Section;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.StepRules;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.model.StepWords;
import dev.plimsoll.core.model.Verb;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Values that the gate's tests decide over.
final class Samples {
  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  static final Binding HERE = new Binding("4be19f7a".repeat(5), "a".repeat(40), "main", false);
  static final Binding ELSEWHERE = new Binding("90ab3c1d".repeat(5), "b".repeat(40), "main", false);
  static final Actor OPS = new Actor("ops@example.org", "SHA256:abc");

  private Samples() {}

  static Verb question() {
    return new Question(
        "Reviewed?", null, new Question.AnswerForm.Confirm(), Question.EvidenceDemand.NONE);
  }

  static Step step(String id, StepRules rules) {
    return step(id, rules, question());
  }

  static Step step(String id, StepRules rules, Verb verb) {
    return new Step(
        id,
        "Step " + id,
        verb,
        List.of(),
        null,
        null,
        rules,
        StepWords.NONE,
        Position.of("x.yaml"));
  }

  static Step step(String id) {
    return step(id, StepRules.USUAL);
  }

  static StepRules optional() {
    return rules(new StepRules.Weight(true, false, false), new StepRules.Exits(true, null));
  }

  static StepRules rules(StepRules.Weight weight, StepRules.Exits exits) {
    var usual = StepRules.USUAL;
    return new StepRules(
        null, Set.of(), null, weight, exits, usual.freshness(), usual.pace(), false, Set.of());
  }

  static StepRules freshFor(java.time.Duration maxAge) {
    var usual = StepRules.USUAL;
    return new StepRules(
        null,
        Set.of(),
        null,
        usual.weight(),
        usual.exits(),
        new StepRules.Freshness(maxAge, usual.freshness().bindTo()),
        usual.pace(),
        false,
        Set.of());
  }

  static Checklist checklist(Step... steps) {
    var form =
        new Checklist.Form(
            Checklist.Category.PRE_RELEASE, Checklist.Mode.DO_CONFIRM, Checklist.Order.FREE);
    return new Checklist(
        "pre-release",
        "Pre-release",
        form,
        List.of(),
        List.of(new Section("all", "All", null, null, Set.of(), List.of(steps))),
        new Checklist.Source("x.yaml", "0".repeat(64), ""));
  }

  static Attempt attempt(int number, Binding bound, Outcome outcome) {
    return new Attempt(
        number,
        OPS,
        bound,
        NOON.minusSeconds(60),
        "inputs",
        new Attempt.Ending(outcome, "", null, NOON.minusSeconds(30), List.of(), number),
        number);
  }

  static Attempt unended(int number) {
    return new Attempt(number, OPS, HERE, NOON.minusSeconds(60), "inputs", null, number);
  }

  static StepState state(String step, Attempt... attempts) {
    return new StepState(
        step, List.of(attempts), null, null, List.of(), List.of(), List.of(), null, null);
  }

  static Situation now() {
    return new Situation(HERE, NOON, Set.of(), Map.of(), Situation.Digests.NONE);
  }
}
