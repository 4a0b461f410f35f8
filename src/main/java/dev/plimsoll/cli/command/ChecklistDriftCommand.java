package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Mark;
import dev.plimsoll.core.check.drift.DriftSearch;
import dev.plimsoll.core.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Finds what the checklists mention and the repository no longer has.
@Command(
    name = "drift",
    description =
        "Find what the checklists mention and the repository no longer has: paths, environment"
            + " names, make targets, npm scripts, and routes.",
    footer = {"", "Exit codes: 0 none, 1 some, 2 could not tell."})
final class ChecklistDriftCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(
      names = "--routes",
      paramLabel = "PATTERN",
      description = "Files in which the routes of addresses stand; may be repeated.")
  List<String> routes = new ArrayList<>();

  @Option(
      names = "--ignore",
      paramLabel = "PATTERN",
      description = "Names that are not there on purpose; may be repeated.")
  List<String> ignore = new ArrayList<>();

  ChecklistDriftCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var outcome = DriftSearch.of(project.root(), routes, ignore);
      var code =
          switch (outcome) {
            case Outcome.Passed _ -> ExitCode.OK;
            case Outcome.Failed _ -> ExitCode.NO;
            default -> ExitCode.OPEN;
          };
      tell(outcome, code);
      return code;
    }
  }

  private void tell(Outcome outcome, int code) {
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", code)
              .with("observed", outcome.observed())
              .with("findings", outcome.findings(), ChecklistLintCommand::json));
      return;
    }
    outcome
        .findings()
        .forEach(finding ->
            invocation.out().line(Mark.of(finding).tone(), ChecklistLintCommand.line(finding)));
    var words = outcome.observed();
    invocation
        .out()
        .line(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".");
  }
}
