package dev.plimsoll.core.run.report;

import dev.plimsoll.core.model.Checklist;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.run.RunView;
import dev.plimsoll.core.run.StepView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    return new ReportedStep(
        new ReportedStep.Name(
            view.step().id(), view.step().title(), checklist.id() + "." + view.section().id()),
        view.standing(),
        view.step().rules().required(),
        new ReportedStep.Said(
            view.expected(), view.observed(), view.because(), ReportedStep.findings(state)),
        ReportedStep.Tries.of(run.step(view.step().id()).attempts(), view.standing().isPass()));
  }
}
