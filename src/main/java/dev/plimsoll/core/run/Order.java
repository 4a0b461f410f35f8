package dev.plimsoll.core.run;

import dev.plimsoll.core.check.Variables;
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
  /// Standings of which another attempt could make a pass.
  static final Set<Standing> TRIED_IN_VAIN =
      Set.of(Standing.FAILED, Standing.INCONCLUSIVE, Standing.UNAVAILABLE, Standing.INTERRUPTED);

  static final Set<Standing> NOT_PASSED_YET =
      Set.of(
          Standing.NOT_RUN,
          Standing.STALE,
          Standing.FAILED,
          Standing.INCONCLUSIVE,
          Standing.UNAVAILABLE,
          Standing.INTERRUPTED);

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
  /// writing. A step that changes something, or measures what others would change, has a batch of
  /// its own; one that uses a captured value begins one. A strict or read-do list has batches of
  /// one.
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
                || usesCaptured(step)
                || isAlone(step)
                || (!batch.isEmpty() && isAlone(batch.getLast()))
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

  /// As [#batches(Checklist, Set)]; in a free list, a step that uses up a service's quota comes
  /// after all others that send to the same service, alone, unless a condition looks at how it
  /// ended.
  static List<List<Step>> batches(Checklist checklist, Set<String> wanted, Variables variables) {
    var batches = batches(checklist, wanted);
    var free =
        checklist.form().order() == Checklist.Order.FREE
            && checklist.form().mode() == Checklist.Mode.DO_CONFIRM;
    if (!free) {
      return batches;
    }
    var all = batches.stream().flatMap(List::stream).toList();
    var last = all.stream().filter(step -> yields(step, all, variables)).toList();
    var ordered = new ArrayList<List<Step>>();
    for (var batch : batches) {
      var rest = batch.stream().filter(step -> !last.contains(step)).toList();
      if (!rest.isEmpty()) {
        ordered.add(rest);
      }
    }
    last.forEach(step -> ordered.add(List.of(step)));
    return ordered;
  }

  private static boolean yields(Step step, List<Step> all, Variables variables) {
    var own = TrafficPlan.sent(step, variables, new ArrayList<>());
    return own.stream().anyMatch(sent -> sent.part().window() != null)
        && all.stream().noneMatch(other -> looksAt(other, step))
        && all.stream()
            .filter(other -> !other.equals(step))
            .flatMap(other -> TrafficPlan.sent(other, variables, new ArrayList<>()).stream())
            .anyMatch(theirs -> own.stream().anyMatch(sent -> sent.host().isSameAs(theirs.host())));
  }

  private static boolean looksAt(Step other, Step step) {
    var when = other.rules().when();
    return when != null && when.contains("steps." + step.id() + ".");
  }

  private static boolean usesCaptured(Step step) {
    return step.verb().describe().stream().anyMatch(line -> line.contains("{captured."))
        || step.verb().expected().contains("{captured.");
  }

  private static boolean isAlone(Step step) {
    return step.verb().runsAlone();
  }

  private static boolean runsProgram(Step step) {
    return step.verb().word().equals("command");
  }

  /// The steps that run by themselves and stand so.
  static Set<String> wanted(RunView run, Set<Standing> which) {
    return run.steps().stream()
        .filter(step -> step.step().isAutomatic() && which.contains(step.standing()))
        .map(step -> step.step().id())
        .collect(Collectors.toSet());
  }
}
