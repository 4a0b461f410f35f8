package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Mark;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.history.LogRow;
import dev.plimsoll.core.history.RunRow;
import dev.plimsoll.core.history.StepRow;
import dev.plimsoll.core.model.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Shows one run with its steps.
@Command(
    name = "show",
    description = {
      "Show one run with its steps as they were recorded.",
      "With --junit or --tap, write it for other tools too."
    },
    footer = {"", "Exit codes: 0 shown, 1 no such run."})
final class HistoryShowCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "RUN", description = "A run's id, as 'plimsoll history list' shows it.")
  String run = "";

  @Mixin RunOutputs outputs = new RunOutputs();

  HistoryShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    outputs.mustBeFree(invocation);
    try (var plimsoll = invocation.open()) {
      var row = find(plimsoll);
      var steps = plimsoll.history().steps(row);
      if (invocation.isJson()) {
        invocation.say(
            HistoryTelling.json(row)
                .with("exit", ExitCode.OK)
                .with("steps", steps, HistoryTelling::json));
      } else {
        print(row, steps);
      }
      if (outputs.areAsked()) {
        outputs.write(
            invocation,
            PastReport.of(
                row, steps, plimsoll.logged(row.project(), row.run()).orElseThrow(this::notFound)));
      }
    }
    return ExitCode.OK;
  }

  private RunRow find(Plimsoll plimsoll) {
    return plimsoll.logs().stream()
        .map(LogRow::project)
        .distinct()
        .flatMap(project -> plimsoll.history().run(project, run).stream())
        .findFirst()
        .orElseThrow(this::notFound);
  }

  private Problem notFound() {
    return Problem.of(
        "Run not found",
        "The history has no run " + run + ".",
        "List those it has: plimsoll history list");
  }

  private void print(RunRow row, List<StepRow> steps) {
    var out = invocation.out();
    out.line(
        Tone.STRONG,
        row.checklist().title() + " · " + row.release().product() + " " + row.release().version());
    out.line("run       " + row.run() + " · " + row.course().phase());
    out.line("project   " + row.project());
    out.line("commit    " + text(row.source().commit()) + " on " + text(row.source().branch()));
    out.line("operator  " + row.source().operator().id());
    out.line("opened    " + row.course().openedOn() + ", last act " + row.course().lastOn());
    out.line("decision  " + text(row.course().decision()));
    out.blank();
    for (var step : steps) {
      out.line(Mark.of(step.standing()), step.title() + " · " + text(step.seen().observed()));
      var waived = step.said().waived();
      if (waived != null) {
        out.under(Tone.EXCEPTION, "waived until " + waived.until() + ": " + waived.reason());
      }
      var deferred = step.said().deferred();
      if (deferred != null) {
        out.under(Tone.EXCEPTION, "deferred to " + deferred.until() + ": " + deferred.reason());
      }
    }
  }

  private static String text(@Nullable String text) {
    return text == null ? "-" : text;
  }
}
