package dev.plimsoll.core.run;

import dev.plimsoll.core.gate.Judgement;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// In which order steps may and should be taken. Pure.
final class Order {
  private Order() {}

  /// Whether a step needs nothing more: it passed, is excused, or does not apply.
  static boolean settled(Judgement judgement) {
    return switch (judgement.standing()) {
      case PASSED, WARNED, NOT_APPLICABLE, WAIVED, DEFERRED -> true;
      case NOT_RUN, RUNNING, FAILED, INCONCLUSIVE, UNAVAILABLE, INTERRUPTED, STALE, RESCINDED ->
          false;
    };
  }

  /// The first step that is not settled and that a person or the machine should look at next.
  static Optional<Step> current(Checklist checklist, Map<String, Judgement> judgements) {
    return checklist.steps().filter(step -> !settled(judgement(judgements, step))).findFirst();
  }

  private static Judgement judgement(Map<String, Judgement> judgements, Step step) {
    var judgement = judgements.get(step.id());
    return judgement == null ? new Judgement(Standing.NOT_RUN, null, false) : judgement;
  }

  /// Steps that a strict or read-do list holds back: those after the first required one that is not
  /// settled.
  static Set<String> heldBack(Checklist checklist, Map<String, Judgement> judgements) {
    var strict =
        checklist.form().order() == Checklist.Order.STRICT
            || checklist.form().mode() == Checklist.Mode.READ_DO;
    if (!strict) {
      return Set.of();
    }
    var seen = false;
    var held = new LinkedHashSet<String>();
    for (var step : checklist.steps().toList()) {
      if (seen) {
        held.add(step.id());
      } else if (step.rules().required() && !settled(judgement(judgements, step))) {
        seen = true;
      }
    }
    return held;
  }

  /// The unsettled steps before `step`, for a list that wants a reason when they are passed over.
  static List<String> passedOver(
      Checklist checklist, Map<String, Judgement> judgements, String step) {
    return checklist
        .steps()
        .takeWhile(earlier -> !earlier.id().equals(step))
        .filter(earlier -> earlier.rules().required())
        .filter(earlier -> !settled(judgement(judgements, earlier)))
        .map(Step::title)
        .collect(Collectors.toList());
  }

  /// The automatic steps to run, in batches: steps of one batch may run side by side. Sections
  /// follow one another; inside a section, neighbours of the same kind (programs, or checks that
  /// only read) share a batch, so that a check never reads what a program before it is still
  /// writing. A strict or read-do list has batches of one.
  static List<List<Step>> batches(Checklist checklist, Set<String> wanted) {
    var batches = new ArrayList<List<Step>>();
    var single =
        checklist.form().order() == Checklist.Order.STRICT
            || checklist.form().mode() == Checklist.Mode.READ_DO;
    for (var section : checklist.sections()) {
      List<Step> batch = new ArrayList<>();
      for (var step : section.steps()) {
        if (!wanted.contains(step.id())) {
          continue;
        }
        var breaks =
            single
                || step.rules().when() != null
                || (!batch.isEmpty() && runsProgram(batch.getLast()) != runsProgram(step));
        if (breaks && !batch.isEmpty()) {
          batches.add(batch);
          batch = new ArrayList<>();
        }
        batch.add(step);
      }
      if (!batch.isEmpty()) {
        batches.add(batch);
      }
    }
    return batches;
  }

  private static boolean runsProgram(Step step) {
    return step.verb().word().equals("command");
  }
}
