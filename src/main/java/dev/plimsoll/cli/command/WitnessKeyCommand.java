package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Shows this installation's key as a witness.
@Command(
    name = "key",
    description = {
      "Show the name and key with which this installation cosigns; made when first asked for.",
      "Give it to the keeper of the log, by a way that others do not control."
    },
    footer = {"", "Exit codes: 0 shown, 1 not readable."})
final class WitnessKeyCommand implements Callable<Integer> {
  private final Invocation invocation;

  WitnessKeyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (var plimsoll = invocation.open()) {
      var key = plimsoll.witness().key();
      if (invocation.isJson()) {
        invocation.say(
            new Json()
                .with("exit", ExitCode.OK)
                .with("name", key.name())
                .with("fingerprint", key.key().fingerprint())
                .with("vkey", key.text()));
      } else {
        invocation.out().line(key.text());
      }
      return ExitCode.OK;
    }
  }
}
