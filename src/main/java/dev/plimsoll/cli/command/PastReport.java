package dev.plimsoll.cli.command;

import dev.plimsoll.core.history.RunRow;
import dev.plimsoll.core.history.StepRow;
import dev.plimsoll.core.model.RunState;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.model.StepState;
import dev.plimsoll.core.run.report.ReportedStep;
import dev.plimsoll.core.run.report.RunReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A run of the history as it is told to other tools. The history does not know which steps the
/// gate asked for, so all count as asked for.
final class PastReport {
  private PastReport() {}

  /// @param logged the same run as the log tells it: the history keeps no findings
  static RunReport of(RunRow run, List<StepRow> steps, RunState logged) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("run", run.run());
    facts.put("checklist", run.checklist().id());
    facts.put("checklistSha256", run.checklist().sha256());
    facts.put("product", run.release().product());
    facts.put("version", run.release().version());
    facts.put("commit", Objects.requireNonNullElse(run.source().commit(), ""));
    facts.put("operator", run.source().operator().id());
    facts.put("decision", Objects.requireNonNullElse(run.course().decision(), ""));
    logged.opening().parameters().forEach((name, value) -> facts.put("parameter." + name, value));
    return new RunReport(
        run.checklist().title(),
        run.course().openedOn(),
        facts,
        steps.stream()
            .map(step -> step(run.checklist().id(), step, logged.step(step.id())))
            .toList());
  }

  private static ReportedStep step(String checklist, StepRow row, StepState logged) {
    var excuse = excuse(row);
    var because = excuse == null ? null : "until " + excuse.until() + ": " + excuse.reason();
    return new ReportedStep(
        new ReportedStep.Name(
            row.id(), row.title(), checklist + "." + Objects.requireNonNullElse(row.section(), "")),
        standing(row),
        true,
        new ReportedStep.Said(
            Objects.requireNonNullElse(row.seen().expected(), ""),
            Objects.requireNonNullElse(row.seen().observed(), ""),
            because,
            ReportedStep.findings(logged)),
        ReportedStep.Tries.of(logged.attempts(), row.standing().isPass()));
  }

  private static StepRow.@Nullable Excuse excuse(StepRow row) {
    var waived = row.said().waived();
    if (row.standing().isPass()) {
      return null;
    }
    return waived == null ? row.said().deferred() : waived;
  }

  private static Standing standing(StepRow row) {
    if (row.standing().isPass()) {
      return row.standing();
    }
    if (row.said().waived() != null) {
      return Standing.WAIVED;
    }
    return row.said().deferred() == null ? row.standing() : Standing.DEFERRED;
  }
}
