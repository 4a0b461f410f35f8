package dev.plimsoll.core.run;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.Verbs;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.Verb;
import java.util.ArrayList;
import java.util.List;

/// Carries out one attempt at a step: its verb, the reports beside it, its fallback, its probe.
final class Carrying {
  private final Verbs verbs;

  Carrying(Verbs verbs) {
    this.verbs = verbs;
  }

  /// @param interruptedBefore whether an attempt at this very thing (same commit, same definition)
  ///   was cut short and nothing has decided about it since, so that its effect is unknown
  Conclusion carryOut(Step step, StepContext context, boolean interruptedBefore)
      throws InterruptedException {
    if (step.rules().negative()) {
      return Judging.negated(step, single(step.verb(), context));
    }
    var probe = step.probe();
    if (probe == null) {
      return withReports(step, context);
    }
    var before = single(probe, context);
    if (before.outcome().standing().isPass()) {
      return interruptedBefore
          ? Conclusion.of(
              new Outcome.Passed(
                  "the probe shows that it took effect before it was interrupted: "
                      + before.outcome().observed()),
              before.expected())
          : Conclusion.of(
              new Outcome.Inconclusive(
                  "the probe says it is there already, so nothing was done: "
                      + before.outcome().observed()),
              "absent before it starts");
    }
    if (!(before.outcome() instanceof Outcome.Failed)) {
      return Conclusion.of(
          new Outcome.Inconclusive(
              "the probe could not tell whether it is done, so nothing was done: "
                  + before.outcome().observed()),
          "absent before it starts");
    }
    var done = withReports(step, context);
    if (!done.outcome().standing().isPass()) {
      return done;
    }
    var after = single(probe, context);
    return after.outcome().standing().isPass()
        ? Judging.combined(List.of(done, after))
        : Conclusion.of(
            new Outcome.Inconclusive(
                "it ran, but the probe does not find its effect: " + after.outcome().observed()),
            after.expected());
  }

  private Conclusion withReports(Step step, StepContext context) throws InterruptedException {
    var parts = new ArrayList<Conclusion>();
    parts.add(withFallback(step, context));
    if (!(parts.getFirst().outcome() instanceof Outcome.Unavailable)) {
      for (var report : step.reports()) {
        parts.add(single(report, context));
      }
    }
    return Judging.combined(parts);
  }

  /// The fallback is for a check that says it could not look; whatever went wrong on the way is no
  /// reason to look elsewhere.
  private Conclusion withFallback(Step step, StepContext context) throws InterruptedException {
    Conclusion first;
    try {
      first = verbs.carryOut(step.verb(), context);
    } catch (Problem problem) {
      return unavailable(step.verb(), problem);
    }
    var fallback = step.fallback();
    return first.outcome() instanceof Outcome.Unavailable && fallback != null
        ? Judging.degraded(first, single(fallback, context))
        : first;
  }

  private Conclusion single(Verb verb, StepContext context) throws InterruptedException {
    try {
      return verbs.carryOut(verb, context);
    } catch (Problem problem) {
      return unavailable(verb, problem);
    }
  }

  private static Conclusion unavailable(Verb verb, Problem problem) {
    return Conclusion.of(
        new Outcome.Unavailable(problem.where() + " " + problem.next()), verb.expected());
  }
}
