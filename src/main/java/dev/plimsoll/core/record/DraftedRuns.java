package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.record.ReleaseRecord.Ending;
import dev.plimsoll.core.record.ReleaseRecord.Reason;
import dev.plimsoll.core.record.SealingRequest.Walk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Runs, steps and attempts as a record tells them. Pure.
final class DraftedRuns {
  private DraftedRuns() {}

  static ReleaseRecord.Run run(Walk walk) {
    var opening = walk.run().opening();
    var checklist = walk.checklist();
    return new ReleaseRecord.Run(
        walk.run().id(),
        new ReleaseRecord.Checklist(
            checklist.id(),
            checklist.title(),
            checklist.source().sha256(),
            opening.stepsRemovedSinceLast()),
        new Ending(
            word(walk.decision()), reasons(walk.decision()), walk.decision().completion().words()),
        opening.openedOn(),
        walk.run().span().lastOn(),
        checklist.steps().map(step -> step(step, walk)).toList());
  }

  static String word(Decision decision) {
    return decision.isGo() ? Ending.GO : Ending.NO_GO;
  }

  static List<Reason> reasons(Decision decision) {
    return decision.clauses().stream()
        .map(clause -> new Reason(clause.weight().name(), clause.sentence(), clause.step()))
        .toList();
  }

  private static ReleaseRecord.Step step(dev.plimsoll.core.model.Step step, Walk walk) {
    var state = walk.run().step(step.id());
    var last = state.lastAttempt().orElse(null);
    return new ReleaseRecord.Step(
        step.id(),
        step.title(),
        raw(last),
        walk.standing(step.id()).name(),
        !step.rules().required(),
        seen(step, state, walk),
        walked(state.attempts()),
        state.attempts().stream().map(DraftedRuns::attempt).toList(),
        new ReleaseRecord.Beside(
            state.attached(),
            state.notes().stream()
                .map(note ->
                    new ReleaseRecord.Note(note.author().id(), note.writtenOn(), note.text()))
                .toList()));
  }

  /// An attempt without an end was cut short, whatever the reason.
  static String raw(@Nullable Attempt attempt) {
    if (attempt == null) {
      return Standing.NOT_RUN.name();
    }
    var ending = attempt.ending();
    return ending == null ? Standing.INTERRUPTED.name() : ending.outcome().word();
  }

  private static ReleaseRecord.Seen seen(
      dev.plimsoll.core.model.Step step, StepState state, Walk walk) {
    var ending = state.lastAttempt().map(Attempt::ending).orElse(null);
    return ending == null
        ? new ReleaseRecord.Seen(step.verb().expected(), observed(step, state, walk))
        : new ReleaseRecord.Seen(ending.expected(), ending.outcome().observed());
  }

  /// Without an attempt: who signed, or what the gate said (a condition that rules the step out).
  private static String observed(dev.plimsoll.core.model.Step step, StepState state, Walk walk) {
    var signed = state.approvals().stream().map(it -> it.signer().id()).distinct().toList();
    if (!signed.isEmpty()) {
      return "signed by " + String.join(", ", signed);
    }
    return walk.decision().clauses().stream()
        .filter(clause -> step.id().equals(clause.step()))
        .map(Decision.Clause::sentence)
        .findFirst()
        .orElse("");
  }

  private static ReleaseRecord.@Nullable Walked walked(List<Attempt> attempts) {
    if (attempts.isEmpty()) {
      return null;
    }
    var first = attempts.getFirst();
    var last = attempts.getLast();
    var ending = last.ending();
    return new ReleaseRecord.Walked(
        last.actor(),
        first.startedOn(),
        ending == null ? null : ending.finishedOn(),
        first.seq(),
        Math.max(first.seq(), ending == null ? last.seq() : ending.seq()));
  }

  private static ReleaseRecord.Attempt attempt(Attempt attempt) {
    var ending = attempt.ending();
    return new ReleaseRecord.Attempt(
        attempt.number(),
        raw(attempt),
        attempt.startedOn(),
        ending == null ? null : ending.finishedOn(),
        ending == null ? null : ending.exit(),
        ending == null ? List.of() : ending.evidence());
  }
}
