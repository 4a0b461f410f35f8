package dev.plimsoll.core.gate;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Decision;
import dev.plimsoll.core.model.Decision.Clause;
import dev.plimsoll.core.model.Decision.Completion;
import dev.plimsoll.core.model.Decision.Ending;
import dev.plimsoll.core.model.Decision.Weight;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Decides over one checklist: no-go unless every required step has passing, fresh evidence or a
/// valid exception.
///
/// Pure. A step without a judgement, and a checklist without steps, block.
public final class Gate {
  private Gate() {}

  public static Decision decide(Checklist checklist, Map<String, Judgement> judgements) {
    var clauses = new ArrayList<Clause>();
    checklist
        .steps()
        .forEach(step ->
            clauses.add(
                switch (judgements.get(step.id())) {
                  case null ->
                      new Clause(
                          Weight.OPEN, named(step, "has not run"), step.id(), Standing.NOT_RUN);
                  case Judgement judgement -> clause(step, judgement);
                }));
    if (clauses.isEmpty()) {
      clauses.add(
          new Clause(Weight.OPEN, "The checklist has no steps, which proves nothing.", null, null));
    }
    return conclude(clauses);
  }

  /// Go only where there are clauses and none of them blocks.
  static Decision conclude(List<Clause> clauses) {
    var blocked = clauses.isEmpty() || clauses.stream().anyMatch(Clause::blocks);
    if (blocked) {
      return new Decision.NoGo(clauses, new Completion(Ending.INCOMPLETE, 0));
    }
    var deferred = count(clauses, Standing.DEFERRED);
    var exceptions =
        (int) clauses.stream().filter(clause -> clause.weight() == Weight.EXCEPTION).count();
    var completion =
        exceptions > deferred
            ? new Completion(Ending.WITH_OVERRIDES, exceptions - deferred)
            : deferred > 0
                ? new Completion(Ending.EXCEPT_DEFERRED, deferred)
                : new Completion(Ending.COMPLETE, 0);
    return new Decision.Go(clauses, completion);
  }

  private static int count(List<Clause> clauses, Standing standing) {
    return (int) clauses.stream().filter(clause -> clause.standing() == standing).count();
  }

  private static Clause clause(Step step, Judgement judgement) {
    var standing = judgement.standing();
    var because = judgement.because() == null ? "" : ": " + judgement.because();
    var sentence = named(step, words(standing) + because);
    return new Clause(weight(step, standing, judgement), sentence, step.id(), standing);
  }

  private static Weight weight(Step step, Standing standing, Judgement judgement) {
    return switch (standing) {
      case PASSED, WARNED -> Weight.MET;
      case NOT_APPLICABLE -> judgement.byPerson() ? Weight.EXCEPTION : Weight.MET;
      case WAIVED, DEFERRED -> Weight.EXCEPTION;
      case FAILED -> step.rules().required() ? Weight.FAILED : Weight.MET;
      case NOT_RUN, RUNNING, INCONCLUSIVE, UNAVAILABLE, INTERRUPTED, STALE, RESCINDED ->
          step.rules().required() ? Weight.OPEN : Weight.MET;
    };
  }

  private static String words(Standing standing) {
    return switch (standing) {
      case NOT_RUN -> "has not run";
      case RUNNING -> "is still running";
      case PASSED -> "passed";
      case WARNED -> "passed with a warning";
      case FAILED -> "failed";
      case INCONCLUSIVE -> "could not tell";
      case UNAVAILABLE -> "could not be checked";
      case NOT_APPLICABLE -> "does not apply";
      case INTERRUPTED -> "was interrupted";
      case STALE -> "is stale";
      case WAIVED -> "is an exception";
      case DEFERRED -> "is an exception";
      case RESCINDED -> "lost its approval";
    };
  }

  private static String named(Step step, String predicate) {
    var optional = step.rules().required() ? "" : " (optional)";
    return "\u201c" + step.title() + "\u201d" + optional + " " + predicate + ".";
  }
}
