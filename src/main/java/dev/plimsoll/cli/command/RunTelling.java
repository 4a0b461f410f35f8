package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Printer;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.StepView;
import dev.plimsoll.core.run.WhereYouWere;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a run stands when its walk has ended.
final class RunTelling {
  private RunTelling() {}

  static void print(RunView run, Printer out) {
    var candidate = run.state().opening().candidate();
    out.blank();
    DecisionTelling.print(
        run.decision(),
        run.checklist().title()
            + " of "
            + candidate.product()
            + " "
            + candidate.version()
            + " · "
            + run.progress().words()
            + " · "
            + run.decision().completion().words(),
        out);
    var next = NextWords.of(run);
    if (!next.isEmpty()) {
      out.blank();
      out.line(Tone.STRONG, "Still to say, on the same command:");
      next.forEach(words -> out.line("  " + words));
    }
    if (run.now().dirty()) {
      out.blank();
      out.line(
          Tone.CAUTION,
          "Rehearsal: there are uncommitted changes, so nothing of this can be sealed.");
    }
  }

  static Json json(RunView run, List<Problem> refused, int code) {
    var opening = run.state().opening();
    return DecisionTelling.json(run.decision())
        .with("exit", code)
        .with("run", run.state().id())
        .with("checklist", run.checklist().id())
        .with("checklistSha256", opening.checklistSha256())
        .with("release", json(opening.candidate()))
        .with("rehearsal", run.now().dirty())
        .with("progress", run.progress().words())
        .with("steps", run.steps(), RunTelling::json)
        .with("refused", refused, RunTelling::json)
        .with("next", NextWords.of(run))
        .with("continued", json(run.whereYouWere()));
  }

  static Json json(Candidate candidate) {
    return new Json()
        .with("product", candidate.product())
        .with("version", candidate.version())
        .with("tag", candidate.tag())
        .with("type", candidate.type().word())
        .with("commit", candidate.bound().commit())
        .with("branch", candidate.bound().branch());
  }

  static Json json(Problem problem) {
    return new Json()
        .with("what", problem.what())
        .with("where", problem.where())
        .with("next", problem.next());
  }

  private static Json json(StepView view) {
    var last = view.state().lastAttempt().map(attempt -> attempt.ending()).orElse(null);
    return new Json()
        .with("id", view.step().id())
        .with("title", view.step().title())
        .with("section", view.section().id())
        .with("verb", view.step().verb().word())
        .with("required", view.step().rules().required())
        .with("standing", view.standing().name())
        .with("expected", view.expected())
        .with("observed", view.observed())
        .with("because", view.because())
        .with("attempts", view.state().attempts().size())
        .with("exit", last == null ? null : last.exit())
        .with(
            "findings",
            last == null ? List.of() : last.outcome().findings(),
            ChecklistLintCommand::json);
  }

  private static @Nullable Json json(@Nullable WhereYouWere card) {
    return card == null
        ? null
        : new Json()
            .with("awaySeconds", card.away().toSeconds())
            .with("crashed", card.crashed())
            .with("changes", card.changes())
            .with("lastSteps", card.lastSteps());
  }
}
