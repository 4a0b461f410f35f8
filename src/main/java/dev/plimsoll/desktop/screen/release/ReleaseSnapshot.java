package dev.plimsoll.desktop.screen.release;

import dev.plimsoll.core.PlanCard;
import dev.plimsoll.core.ReleaseView;
import dev.plimsoll.core.gate.Judgement;
import dev.plimsoll.core.model.Project;
import dev.plimsoll.core.model.RollbackPoint;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.run.SignOffRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything the page shows, seen at one moment.
///
/// @param trusted whether the checklists may run on this machine
/// @param requests what would be signed now, by role
/// @param wayBack the newest sound backup of any set, as the log tells it
public record ReleaseSnapshot(
    ReleaseView view,
    Project project,
    boolean trusted,
    Map<String, SignOffRequest> requests,
    Optional<RollbackPoint> wayBack) {

  /// A step that is excused rather than proven.
  ///
  /// @param why who excused it, until when, and the reason, in words
  public record Excused(String title, Standing standing, String why, String reason) {}

  /// Whether nothing can be added any more.
  public boolean isSealed() {
    return view.state().sealed() != null;
  }

  /// The checklist to walk next: the first of the plan that is not complete and waits for nothing.
  public Optional<PlanCard> next() {
    return view.plan().stream()
        .filter(card -> card.applies() && card.waitsFor().isEmpty())
        .filter(card -> card.decision() == null || !card.decision().isGo())
        .findFirst();
  }

  /// Every excused step of every checklist that applies.
  public List<Excused> exceptions() {
    var all = new ArrayList<Excused>();
    for (var card : view.plan()) {
      if (card.applies() && card.run().isPresent()) {
        exceptions(card, all);
      }
    }
    return all;
  }

  private static void exceptions(PlanCard card, List<Excused> all) {
    card.checklist()
        .steps()
        .forEach(step -> {
          var judgement = card.judgements().get(step.id());
          var run = card.run().orElseThrow();
          if (judgement != null) {
            add(step.title(), judgement, run.step(step.id()), all);
          }
        });
  }

  private static void add(String title, Judgement judgement, StepState state, List<Excused> all) {
    var waiver = state.waiver();
    var deferral = state.deferral();
    if (judgement.standing() == Standing.WAIVED && waiver != null) {
      all.add(
          new Excused(
              title,
              Standing.WAIVED,
              "waived by " + waiver.owner().id() + " until " + day(waiver.expiresOn()),
              waiver.reason()));
    } else if (judgement.standing() == Standing.DEFERRED && deferral != null) {
      all.add(
          new Excused(
              title,
              Standing.DEFERRED,
              "put off by " + deferral.owner().id() + " to " + day(deferral.dueOn()),
              deferral.reason()));
    } else if (judgement.standing() == Standing.NOT_APPLICABLE && judgement.byPerson()) {
      var last = state.lastAttempt().orElseThrow();
      var said = last.ending() == null ? "" : last.ending().outcome().observed();
      all.add(
          new Excused(
              title, Standing.NOT_APPLICABLE, "does not apply, says " + last.actor().id(), said));
    }
  }

  private static String day(java.time.LocalDate day) {
    return dev.plimsoll.desktop.kit.Times.day(day);
  }
}
