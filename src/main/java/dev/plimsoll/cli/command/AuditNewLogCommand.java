package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.model.Plural;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Begins a new log in place of one that cannot be continued.
@Command(
    name = "new-log",
    description = {
      "Begin a new audit log in place of one that was rolled back, exchanged or damaged.",
      "Its first entry names the old one and the gap. The old one stays as it is and can be read.",
      "Where the missing entries can still be found, import them instead."
    },
    footer = {
      "",
      "Example:",
      "  plimsoll audit new-log --reason \"disk lost, backup of Monday restored\" --yes",
      "",
      "Exit codes: 0 begun, 1 not begun, 2 nobody said yes."
    })
final class AuditNewLogCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "For an auditor: why the old log is given up.")
  String reason = "";

  @Option(names = "--yes", description = "Do not ask.")
  boolean yes;

  AuditNewLogCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (reason.isBlank()) {
      throw new Misuse("The reason is empty.", "Say why the old log is given up: --reason TEXT");
    }
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var desk = project.logDesk();
      var obstacle = desk.obstacle();
      if (!yes) {
        var words =
            obstacle.map(problem -> problem.what() + ": " + problem.where() + " ").orElse("");
        if (!invocation.prompt().isSomebodyThere()) {
          throw new Misuse(
              words + "A new log cannot be undone, and there is nobody at a terminal to ask.",
              "Say it with --yes.");
        }
        if (!invocation.prompt().confirm(words + "Give the old log up and begin a new one?")) {
          invocation.err().line("Nothing was changed.");
          return ExitCode.OPEN;
        }
      }
      var previous = desk.beginAnew(reason);
      var origin = desk.key().name();
      if (invocation.isJson()) {
        invocation.say(
            new Json()
                .with("exit", ExitCode.OK)
                .with("origin", origin)
                .with("previousOrigin", previous.origin())
                .with("previousSize", previous.size()));
      } else {
        invocation
            .out()
            .line(
                "Begun "
                    + origin
                    + ", in place of "
                    + previous.origin()
                    + ", which was signed up to "
                    + Plural.of(previous.size(), "entry", "entries")
                    + ".");
      }
      return ExitCode.OK;
    }
  }
}
