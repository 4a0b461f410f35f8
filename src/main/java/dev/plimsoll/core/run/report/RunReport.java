package dev.plimsoll.core.run.report;

import dev.plimsoll.core.model.Attempt;
import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.StepView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A run as it is told to other tools. Its texts come from the log, where secrets are masked.
///
/// @param name the checklist's title
/// @param openedOn when the run was opened
/// @param facts what is said about the run as a whole, by name, in order
public record RunReport(
    String name, Instant openedOn, Map<String, String> facts, List<ReportedStep> steps) {
  public RunReport {
    facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    steps = List.copyOf(steps);
  }

  public static RunReport of(RunView run) {
    var opening = run.state().opening();
    var facts = new LinkedHashMap<String, String>();
    facts.put("run", run.state().id());
    facts.put("checklist", run.checklist().id());
    facts.put("checklistSha256", opening.checklistSha256());
    facts.put("product", opening.candidate().product());
    facts.put("version", opening.candidate().version());
    facts.put("commit", opening.candidate().bound().commit());
    facts.put("operator", opening.operator().id());
    facts.put("decision", run.decision().isGo() ? "GO" : "NO_GO");
    opening.parameters().forEach((name, value) -> facts.put("parameter." + name, value));
    return new RunReport(
        run.checklist().title(),
        opening.openedOn(),
        facts,
        run.steps().stream().map(step -> step(run.checklist(), run.state(), step)).toList());
  }

  private static ReportedStep step(Checklist checklist, RunState run, StepView view) {
    var state = view.state();
    var last = state.lastAttempt().map(Attempt::ending).orElse(null);
    var failed = new ArrayList<String>();
    if (view.standing().isPass()) {
      for (var attempt : state.attempts()) {
        var ending = attempt.ending();
        if (ending != null && ending.outcome() instanceof Outcome.Failed) {
          failed.add("attempt " + attempt.number() + ": " + ending.outcome().observed());
        }
      }
    }
    return new ReportedStep(
        new ReportedStep.Name(
            view.step().id(), view.step().title(), checklist.id() + "." + view.section().id()),
        view.standing(),
        view.step().rules().required(),
        new ReportedStep.Said(
            view.expected(),
            view.observed(),
            view.because(),
            last == null
                ? List.of()
                : last.outcome().findings().stream()
                    .sorted(Comparator.comparing(Finding::severity))
                    .map(Object::toString)
                    .toList()),
        new ReportedStep.Tries(
            state.attempts().size(), took(run.step(view.step().id()).attempts()), failed));
  }

  private static @Nullable Duration took(List<Attempt> attempts) {
    Duration sum = null;
    for (var attempt : attempts) {
      var ending = attempt.ending();
      if (ending != null) {
        var took = Duration.between(attempt.startedOn(), ending.finishedOn());
        sum = (sum == null ? Duration.ZERO : sum).plus(took.isNegative() ? Duration.ZERO : took);
      }
    }
    return sum;
  }
}
