package dev.plimsoll.core.run;

import dev.plimsoll.core.gate.Judgement;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Step;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Whether a step may be taken now, by this person: role, order of the list, and other checklists.
final class Readiness {
  private final RunSetting setting;
  private final Actor actor;

  Readiness(RunSetting setting, Actor actor) {
    this.setting = setting;
    this.actor = actor;
  }

  /// Those of a batch that a plan may start by itself.
  List<Step> ready(List<Step> batch, RunState state, Judgements.Moment moment) {
    var judgements = Judgements.of(setting, state, moment);
    var held = Order.heldBack(setting.checklist(), judgements);
    return batch.stream()
        .filter(step -> !held.contains(step.id()))
        .filter(this::plays)
        .filter(step -> !wantsReason(step, state, judgements))
        .filter(step -> !Order.settled(Objects.requireNonNull(judgements.get(step.id()))))
        .toList();
  }

  /// @throws dev.plimsoll.core.model.Problem where the person does not have the step's role
  void mustPlay(Step step) {
    var role = step.rules().role();
    if (role != null) {
      SignOffs.mayPlay(setting.project(), actor.id(), role, "Not started");
    }
  }

  private boolean plays(Step step) {
    var role = step.rules().role();
    return role == null || SignOffs.plays(setting.project(), actor.id(), role);
  }

  /// @throws dev.plimsoll.core.model.Problem where another checklist must be complete first
  void mustNotWait(Step step) {
    var waitsFor = setting.rules().waitsFor().get();
    if (!waitsFor.isEmpty()) {
      throw PersonActs.refused(
          step, "It waits for " + String.join(" and ", waitsFor) + ".", "Complete that first.");
    }
  }

  /// @throws dev.plimsoll.core.model.Problem where the order of the list holds the step back
  void mustBeItsTurn(Step step, RunState state, Judgements.Moment moment) {
    var judgements = Judgements.of(setting, state, moment);
    if (Order.heldBack(setting.checklist(), judgements).contains(step.id())) {
      throw PersonActs.refused(
          step,
          "The list is walked in order, and an earlier step is not settled.",
          "Settle \u201c"
              + Order.current(setting.checklist(), judgements).map(Step::title).orElse("")
              + "\u201d first.");
    }
    if (wantsReason(step, state, judgements)) {
      var first = Order.passedOver(setting.checklist(), judgements, step.id()).getFirst();
      throw PersonActs.refused(
          step,
          "It comes after \u201c" + first + "\u201d, which is not settled.",
          "Settle that first, or say in a note at this step why it goes ahead.");
    }
  }

  /// Whether a list that wants reasons has none yet for passing over the steps before this one.
  private boolean wantsReason(Step step, RunState state, Map<String, Judgement> judgements) {
    return setting.checklist().form().order() == Checklist.Order.REASONED
        && state.step(step.id()).notes().stream()
            .allMatch(note -> note.text().startsWith(RunTraffic.AGREED))
        && !Order.passedOver(setting.checklist(), judgements, step.id()).isEmpty();
  }
}
