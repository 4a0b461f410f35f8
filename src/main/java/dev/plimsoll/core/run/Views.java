package dev.plimsoll.core.run;

import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.gate.Gate;
import dev.plimsoll.core.gate.Judgement;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Section;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.model.VerbKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes the snapshot a person sees out of a run's state. Pure.
public final class Views {
  private Views() {}

  /// A run that nobody walks here: read-only, as an auditor sees it.
  public static RunView readOnly(RunSetting setting, RunState run, Judgements.Moment moment) {
    return of(setting, run, moment, new Live(_ -> Engine.Going.NOT, null, false));
  }

  /// @param going by step
  /// @param acting whether a person may act at all
  record Live(
      Function<String, Engine.Going> going, @Nullable WhereYouWere whereYouWere, boolean acting) {}

  static RunView of(RunSetting setting, RunState run, Judgements.Moment moment, Live live) {
    var checklist = setting.checklist();
    var judgements = Judgements.of(setting, run, moment);
    var current = Order.current(checklist, judgements).map(Step::id).orElse("");
    var held = Order.heldBack(checklist, judgements);
    var open = live.acting() && run.phase() == RunState.Phase.OPEN;
    var known =
        new Variables(RunVariables.plain(setting, run, setting.candidate().at(moment.bound())));
    var steps = new ArrayList<StepView>();
    for (var section : checklist.sections()) {
      for (var step : section.steps()) {
        var judgement = Objects.requireNonNull(judgements.get(step.id()));
        var state = run.step(step.id());
        var waiting = held.contains(step.id());
        var going = live.going().apply(step.id());
        steps.add(
            new StepView(
                step,
                section,
                state,
                judgement.standing(),
                expected(step, state, known),
                observed(state),
                judgement.because(),
                open ? exits(step, state, judgement, waiting) : Exits.NONE,
                new StepView.Live(
                    going.since(),
                    step.id().equals(current),
                    waiting,
                    going.tally(),
                    going.quota())));
      }
    }
    return new RunView(
        run,
        checklist,
        steps,
        Gate.decide(checklist, judgements),
        progress(checklist, run, judgements, moment.now()),
        moment.bound(),
        live.whereYouWere());
  }

  /// As the last attempt tells it; where none did, or nothing was asked in it, with what is known
  /// put in.
  private static String expected(Step step, StepState state, Variables known) {
    var written = step.verb().expected();
    return state
        .lastAttempt()
        .map(Attempt::ending)
        .map(Attempt.Ending::expected)
        .filter(text -> !text.isEmpty() && !text.equals(written))
        .orElseGet(() -> known.resolveKnown(written));
  }

  private static String observed(StepState state) {
    return state
        .lastAttempt()
        .map(Attempt::ending)
        .map(ending -> ending.outcome().observed())
        .orElse("");
  }

  private static Exits exits(Step step, StepState state, Judgement judgement, boolean waiting) {
    var running = judgement.standing() == Standing.RUNNING;
    var question = step.verb().kind() == VerbKind.QUESTION;
    var settled = Order.settled(judgement);
    var free = !running && !waiting;
    var ruledOut = judgement.standing() == Standing.NOT_APPLICABLE && !judgement.byPerson();
    var why = PersonActs.whyNotWaive(step, state);
    return new Exits(
        free && !question && !ruledOut,
        free && question && !ruledOut,
        free && !settled && why.isEmpty(),
        free && !settled && step.rules().exits().deferrableDays() != null,
        free && !settled && !step.rules().killer(),
        !running && (!state.attempts().isEmpty() || !state.approvals().isEmpty()),
        why);
  }

  private static Progress progress(
      Checklist checklist, RunState run, Map<String, Judgement> judgements, Instant now) {
    var current = Order.current(checklist, judgements).map(Step::id).orElse("");
    var sections = checklist.sections();
    var section = sections.size();
    for (var i = 0; i < sections.size(); i++) {
      if (sections.get(i).steps().stream().anyMatch(step -> step.id().equals(current))) {
        section = i + 1;
      }
    }
    var done = (int) judgements.values().stream().filter(Order::settled).count();
    return new Progress(
        section,
        sections.size(),
        done,
        judgements.size(),
        new Progress.Exceptions(
            count(judgements, Standing.FAILED),
            count(judgements, Standing.WAIVED),
            count(judgements, Standing.DEFERRED)),
        elapsed(run, now),
        planned(sections));
  }

  private static int count(Map<String, Judgement> judgements, Standing standing) {
    return (int) judgements.values().stream().filter(j -> j.standing() == standing).count();
  }

  private static Duration elapsed(RunState run, Instant now) {
    var end = run.phase() == RunState.Phase.OPEN ? now : run.span().lastOn();
    var elapsed = Duration.between(run.opening().openedOn(), end);
    for (var pause : run.pauses()) {
      if (pause.resumedOn() != null) {
        elapsed = elapsed.minus(Duration.between(pause.pausedOn(), pause.resumedOn()));
      }
    }
    return elapsed.isNegative() ? Duration.ZERO : elapsed;
  }

  private static @Nullable Duration planned(List<Section> sections) {
    var planned = Duration.ZERO;
    for (var section : sections) {
      if (section.budget() != null) {
        planned = planned.plus(section.budget());
      } else {
        for (var step : section.steps()) {
          var estimate = step.rules().pace().estimate();
          planned = estimate == null ? planned : planned.plus(estimate);
        }
      }
    }
    return planned.isZero() ? null : planned;
  }

  /// Steps that were under way in a process that lives elsewhere are shown as running, those of a
  /// dead one as interrupted.
  public static Set<String> underWay(RunState run) {
    return Set.copyOf(
        run.steps().values().stream()
            .filter(state -> state.lastAttempt().filter(a -> a.ending() == null).isPresent())
            .map(StepState::step)
            .toList());
  }
}
