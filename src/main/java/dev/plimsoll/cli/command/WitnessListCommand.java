package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Lists the witnesses whose word counts here.
@Command(
    name = "list",
    description = "List the witnesses whose word counts at this installation.",
    footer = {"", "Exit codes: 0 listed, perhaps nothing; 1 not readable."})
final class WitnessListCommand implements Callable<Integer> {
  private final Invocation invocation;

  WitnessListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (var plimsoll = invocation.open()) {
      var trusted = plimsoll.witness().trusted();
      if (invocation.isJson()) {
        invocation.say(
            new Json()
                .with("exit", ExitCode.OK)
                .with(
                    "witnesses",
                    trusted,
                    it ->
                        new Json()
                            .with("name", it.name())
                            .with("fingerprint", it.key().fingerprint())
                            .with("vkey", it.text())));
      } else if (trusted.isEmpty()) {
        invocation.out().line("None yet. To add one: plimsoll witness add KEY");
      } else {
        trusted.forEach(it -> invocation.out().line(it.text()));
      }
      return ExitCode.OK;
    }
  }
}
