package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Section;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.StepRules;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.model.StepWords;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import dev.plimsoll.core.run.Exits;
import dev.plimsoll.core.run.Progress;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.StepView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Looks of a run, for tests: steps in one section, each with a standing.
final class Views {
  static final Instant NOW = Instant.parse("2026-11-02T14:00:00Z");
  static final Actor ADA = new Actor("ada@example.org", null);
  static final Binding BOUND =
      new Binding("4be19f7" + "0".repeat(33), "7".repeat(40), "main", false);

  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final Map<String, Standing> standings = new LinkedHashMap<>();
  private final Map<String, StepState> states = new LinkedHashMap<>();
  private Checklist.Mode mode = Checklist.Mode.DO_CONFIRM;
  private RunState.Phase phase = RunState.Phase.OPEN;
  private Binding now = BOUND;
  private String expected = "exit code 0";

  /// A verb that says what it is told.
  record Saying(VerbKind kind) implements Verb {
    @Override
    public String word() {
      return kind == VerbKind.ACTION ? "tag" : "command";
    }

    @Override
    public String expected() {
      return "exit code 0";
    }

    @Override
    public List<String> describe() {
      return List.of("runs: make");
    }
  }

  static Views of() {
    return new Views();
  }

  Views check(String id, Standing standing) {
    return step(id, new Saying(VerbKind.CHECK), StepRules.USUAL, standing);
  }

  Views ask(String id, Question.AnswerForm form, Standing standing) {
    return step(
        id,
        new Question("Is " + id + " so?", null, form, Question.EvidenceDemand.OPTIONAL),
        StepRules.USUAL,
        standing);
  }

  Views step(String id, Verb verb, StepRules rules, Standing standing) {
    steps.put(
        id,
        new Step(
            id,
            "Title of " + id,
            verb,
            List.of(),
            null,
            null,
            rules,
            StepWords.NONE,
            Position.of("x.yaml")));
    standings.put(id, standing);
    return this;
  }

  Views state(StepState state) {
    states.put(state.step(), state);
    return this;
  }

  Views mode(Checklist.Mode other) {
    mode = other;
    return this;
  }

  Views phase(RunState.Phase other) {
    phase = other;
    return this;
  }

  /// What every step expects, one line.
  Views expected(String other) {
    expected = other;
    return this;
  }

  Views now(Binding other) {
    now = other;
    return this;
  }

  static Attempt attempt(int number, Outcome outcome) {
    return new Attempt(
        number,
        ADA,
        BOUND,
        NOW,
        "",
        new Attempt.Ending(
            outcome, "exit code 0", null, NOW.plusSeconds(41), List.of(), number * 2L),
        number * 2L - 1);
  }

  static StepState tried(String id, Outcome... outcomes) {
    var attempts = new ArrayList<Attempt>();
    for (var outcome : outcomes) {
      attempts.add(attempt(attempts.size() + 1, outcome));
    }
    return new StepState(id, attempts, null, null, List.of(), List.of(), List.of(), null, null);
  }

  RunView view() {
    var section =
        new Section("all", "Everything", null, null, Set.of(), List.copyOf(steps.values()));
    var checklist =
        new Checklist(
            "pre-release",
            "Pre-release",
            new Checklist.Form(Checklist.Category.PRE_RELEASE, mode, Checklist.Order.FREE),
            List.of(),
            List.of(section),
            new Checklist.Source("pre-release.yaml", "0".repeat(64), ""));
    var current =
        standings.entrySet().stream()
            .filter(entry -> !StepRows.isSettled(entry.getValue()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse("");
    var views = new ArrayList<StepView>();
    var held = false;
    for (var step : steps.values()) {
      var standing = standings.get(step.id());
      var question = step.verb().kind() == VerbKind.QUESTION;
      var settled = StepRows.isSettled(standing);
      var state = states.getOrDefault(step.id(), StepState.untouched(step.id()));
      views.add(
          new StepView(
              step,
              section,
              state,
              standing,
              expected,
              state.lastAttempt().map(it -> it.ending().outcome().observed()).orElse(""),
              null,
              new Exits(
                  !question,
                  question,
                  standing == Standing.FAILED,
                  false,
                  !settled,
                  !state.attempts().isEmpty(),
                  ""),
              new StepView.Live(
                  standing == Standing.RUNNING ? NOW.minusSeconds(3) : null,
                  step.id().equals(current),
                  held)));
      held = held || (mode == Checklist.Mode.READ_DO && !settled);
    }
    return new RunView(run(), checklist, views, decision(), progress(), now, null);
  }

  private RunState run() {
    return new RunState(
        "run-1",
        new RunState.Opening(
            new Candidate("customer-ops", "1.5.0", "v1.5.0", ReleaseType.MINOR, BOUND),
            "pre-release",
            "Pre-release",
            "0".repeat(64),
            Map.of(),
            ADA,
            NOW.minusSeconds(600),
            false,
            List.of(),
            List.of()),
        phase,
        states,
        List.of(),
        new RunState.Span(1, 9, NOW));
  }

  private Decision decision() {
    var clauses = new ArrayList<Decision.Clause>();
    standings.forEach((id, standing) ->
        clauses.add(
            new Decision.Clause(
                StepRows.isSettled(standing)
                    ? Decision.Weight.MET
                    : standing == Standing.FAILED ? Decision.Weight.FAILED : Decision.Weight.OPEN,
                id,
                id,
                standing)));
    var go = standings.values().stream().allMatch(StepRows::isSettled);
    return go
        ? new Decision.Go(clauses, new Decision.Completion(Decision.Ending.COMPLETE, 0))
        : new Decision.NoGo(clauses, new Decision.Completion(Decision.Ending.INCOMPLETE, 0));
  }

  private Progress progress() {
    var done = (int) standings.values().stream().filter(StepRows::isSettled).count();
    return new Progress(
        1, 1, done, standings.size(), new Progress.Exceptions(0, 0, 0), Duration.ZERO, null);
  }
}
