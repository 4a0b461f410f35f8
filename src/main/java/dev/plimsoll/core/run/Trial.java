package dev.plimsoll.core.run;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.Verbs;
import dev.plimsoll.core.checklist.Expression;
import dev.plimsoll.core.model.Answer;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Question;
import dev.plimsoll.core.model.Step;
import dev.plimsoll.core.model.VerbKind;
import org.jspecify.annotations.Nullable;

/// Tries one step outside of any run: condition, verb, reports, fallback and negation as in a run;
/// nothing is recorded.
public final class Trial {
  private final Verbs verbs;

  public Trial(Verbs verbs) {
    this.verbs = verbs;
  }

  /// @param scope what conditions may name
  /// @param answer of a person, or null
  /// @throws Problem where the step cannot be tried: it acts on the world, is a sign-off, or wants
  ///   an answer that is missing or none
  public Conclusion of(
      Checklist checklist,
      Step step,
      StepContext context,
      Expression.Scope scope,
      @Nullable Answer answer)
      throws InterruptedException {
    var section =
        checklist.sections().stream()
            .filter(candidate -> candidate.steps().contains(step))
            .findFirst()
            .orElseThrow();
    var ruledOut =
        Applicability.ruledOut(section, step, context.subject().candidate().type(), scope);
    if (ruledOut != null) {
      return Conclusion.of(new Outcome.NotApplicable(ruledOut), step.verb().expected());
    }
    if (step.verb() instanceof Question question) {
      if (answer == null) {
        throw not(
            "The step asks a person, and the case gives no answer.", "Add answer: under given.");
      }
      return Answers.judge(question, answer, 0);
    }
    if (step.verb().kind() != VerbKind.CHECK || step.rules().irreversible()) {
      throw not(
          "The step acts on the world or is signed by a person, so it is not tried.",
          "Test the checks before it.");
    }
    return new Carrying(verbs).carryOut(step, context, false);
  }

  private static Problem not(String where, String next) {
    return Problem.of("Step not tried", where, next);
  }
}
