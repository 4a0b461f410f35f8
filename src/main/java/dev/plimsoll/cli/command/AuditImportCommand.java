package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.model.Plural;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Brings back what a log lost.
@Command(
    name = "import",
    description = {
      "Bring back the entries that the project's log lost: an older copy was put in its place.",
      "The export is verified against the last checkpoint signed here before anything is added."
    },
    footer = {
      "",
      "Example:",
      "  plimsoll audit import audit.jsonl",
      "",
      "Exit codes: 0 brought back, 1 nothing changed."
    })
final class AuditImportCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      paramLabel = "FILE.jsonl",
      description = "An export of the same log, or audit.jsonl of a bundle.")
  Path file = Path.of("");

  AuditImportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var count = project.logDesk().bringBack(invocation.path(file));
      if (invocation.isJson()) {
        invocation.say(new Json().with("exit", ExitCode.OK).with("entries", count));
      } else {
        invocation
            .out()
            .line(
                Plural.of(count, "entry was", "entries were")
                    + " brought back from "
                    + file
                    + "; the log says so and goes on.");
      }
      return ExitCode.OK;
    }
  }
}
