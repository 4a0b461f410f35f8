package dev.plimsoll.core.gate;

import dev.plimsoll.core.model.Approval;
import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Binding;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.SignOff;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.StepState;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Works out where each step stands: its last outcome, or what time, the repository and people have
/// made of it since.
public final class Standings {
  private Standings() {}

  /// Every step of the checklist in order.
  public static Map<String, Judgement> of(Checklist checklist, RunState run, Situation situation) {
    var standings = new LinkedHashMap<String, Judgement>();
    checklist
        .steps()
        .forEach(step -> standings.put(step.id(), of(step, run.step(step.id()), situation)));
    return standings;
  }

  /// One step.
  public static Judgement of(Step step, StepState state, Situation situation) {
    if (situation.running().contains(step.id())) {
      return Judgement.of(Standing.RUNNING);
    }
    var condition = situation.notApplicable().get(step.id());
    if (condition != null) {
      return new Judgement(Standing.NOT_APPLICABLE, condition);
    }
    var earned = earned(step, state, situation);
    if (earned.standing().isPass() || earned.standing() == Standing.NOT_APPLICABLE) {
      return earned;
    }
    return excused(step, state, situation, earned);
  }

  /// What attempts or approvals alone have earned.
  private static Judgement earned(Step step, StepState state, Situation situation) {
    if (state.reopened() != null) {
      return new Judgement(Standing.NOT_RUN, "it was opened again: " + state.reopened());
    }
    if (step.verb() instanceof SignOff signOff && !endedNotApplicable(state)) {
      return approved(step, signOff, state, situation);
    }
    var last = state.lastAttempt();
    return last.isEmpty() ? Judgement.of(Standing.NOT_RUN) : attempted(step, last.get(), situation);
  }

  private static boolean endedNotApplicable(StepState state) {
    return state.lastAttempt().isPresent()
        && state.lastAttempt().get().ending() != null
        && state.lastAttempt().get().ending().outcome().standing() == Standing.NOT_APPLICABLE;
  }

  private static Judgement attempted(Step step, Attempt attempt, Situation situation) {
    var ending = attempt.ending();
    if (ending == null) {
      return new Judgement(Standing.INTERRUPTED, "it was cut short while it ran");
    }
    var raw = ending.outcome().standing();
    if (raw == Standing.NOT_APPLICABLE) {
      return step.rules().killer()
          ? Judgement.of(Standing.NOT_RUN)
          : new Judgement(raw, ending.outcome().observed(), true);
    }
    if (!raw.isPass()) {
      return Judgement.of(raw);
    }
    var freshness = step.rules().freshness();
    var moved = moved(attempt.bound(), situation.bound());
    if (moved != null) {
      return stale(moved);
    }
    var inputs = situation.digests().inputs().get(step.id());
    if (inputs != null && !inputs.equals(attempt.inputs())) {
      return stale("the step's definition or its inputs have changed since");
    }
    var maxAge = freshness.maxAge();
    if (maxAge != null) {
      var age = Duration.between(ending.finishedOn(), situation.now());
      if (age.isNegative()) {
        return stale("its evidence is dated later than now: the clock was changed");
      }
      if (age.compareTo(maxAge) > 0) {
        return stale("its evidence is older than " + words(maxAge));
      }
    }
    return Judgement.of(raw);
  }

  /// How the repository has left the state that evidence is about, or null where it has not.
  private static @Nullable String moved(Binding then, Binding now) {
    if (then.sameContent(now)) {
      return null;
    }
    if (!then.commit().equals(now.commit())) {
      return "it is about commit "
          + then.shortCommit()
          + ", the repository is at "
          + now.shortCommit();
    }
    return now.dirty()
        ? "there are uncommitted changes now that were not there then"
        : "it ran over uncommitted changes that are gone now";
  }

  private static Judgement approved(
      Step step, SignOff signOff, StepState state, Situation situation) {
    var subject = situation.digests().subjects().get(step.id());
    var given = state.approvals();
    var current =
        given.stream()
            .filter(approval -> approval.subject().equals(subject))
            .filter(approval -> approval.role().equals(signOff.role()))
            .map(approval -> approval.signer().id())
            .distinct()
            .count();
    if (current >= signOff.people()) {
      return Judgement.of(Standing.PASSED);
    }
    if (given.stream().map(Approval::subject).anyMatch(old -> !old.equals(subject))) {
      return stale("what was signed has changed since");
    }
    if (state.rescinded() != null) {
      return new Judgement(Standing.RESCINDED, state.rescinded());
    }
    return current == 0
        ? Judgement.of(Standing.NOT_RUN)
        : new Judgement(Standing.NOT_RUN, current + " of " + signOff.people() + " have signed");
  }

  private static Judgement excused(
      Step step, StepState state, Situation situation, Judgement earned) {
    var today = LocalDate.ofInstant(situation.now(), ZoneOffset.UTC);
    var waiver = state.waiver();
    if (waiver != null
        && step.rules().exits().waivable()
        && !step.rules().killer()
        && accepts(step, state, situation)
        && waiver.attempt() == state.attempts().size()
        && earned.standing() != Standing.NOT_RUN) {
      if (!today.isAfter(waiver.expiresOn())) {
        return new Judgement(
            Standing.WAIVED,
            "waived by "
                + waiver.owner().id()
                + " until "
                + waiver.expiresOn()
                + ": "
                + waiver.reason(),
            true);
      }
      return new Judgement(earned.standing(), "its waiver expired on " + waiver.expiresOn());
    }
    var deferral = state.deferral();
    if (deferral != null && step.rules().exits().deferrableDays() != null) {
      if (!today.isAfter(deferral.dueOn())) {
        return new Judgement(
            Standing.DEFERRED,
            "deferred by "
                + deferral.owner().id()
                + " to "
                + deferral.dueOn()
                + ": "
                + deferral.reason(),
            true);
      }
      return new Judgement(
          earned.standing(), "it was deferred to " + deferral.dueOn() + ", which has passed");
    }
    return earned;
  }

  /// Whether the failure that was accepted is still the one that stands there: same code, same
  /// definition.
  private static boolean accepts(Step step, StepState state, Situation situation) {
    var inputs = situation.digests().inputs().get(step.id());
    return state
        .lastAttempt()
        .filter(last -> last.bound().sameContent(situation.bound()))
        .filter(last -> inputs == null || inputs.equals(last.inputs()))
        .isPresent();
  }

  private static Judgement stale(String because) {
    return new Judgement(Standing.STALE, because);
  }

  private static String words(Duration age) {
    if (age.toDays() > 0 && age.equals(Duration.ofDays(age.toDays()))) {
      return Plural.of(age.toDays(), "day");
    }
    if (age.toHours() > 0 && age.equals(Duration.ofHours(age.toHours()))) {
      return Plural.of(age.toHours(), "hour");
    }
    return age.toMinutes() > 0
        ? Plural.of(age.toMinutes(), "minute")
        : Plural.of(age.toSeconds(), "second");
  }
}
