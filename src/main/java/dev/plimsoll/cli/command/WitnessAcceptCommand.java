package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.audit.Checkpoint;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Takes a cosigned checkpoint back into the log.
@Command(
    name = "accept",
    description = {
      "Record a checkpoint of the project's log that a witness has cosigned.",
      "Only lines of witnesses that were added here count (plimsoll witness add)."
    },
    footer = {
      "",
      "Example:",
      "  plimsoll witness accept cosigned",
      "",
      "Exit codes: 0 recorded, 1 not recorded."
    })
final class WitnessAcceptCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "FILE", description = "What came back from the witness.")
  Path file = Path.of("");

  WitnessAcceptCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var checkpoint = Checkpoint.parse(TextFiles.read(invocation, file, "Checkpoint not accepted"));
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var accepted = project.logDesk().accept(checkpoint);
      if (invocation.isJson()) {
        invocation.say(
            new Json()
                .with("exit", ExitCode.OK)
                .with("size", accepted.checkpoint().size())
                .with("witnesses", accepted.witnesses()));
      } else {
        invocation
            .out()
            .line(
                "Checkpoint "
                    + accepted.checkpoint().size()
                    + " is held by "
                    + String.join(", ", accepted.witnesses())
                    + " (L2); the log says so.");
      }
      return ExitCode.OK;
    }
  }
}
