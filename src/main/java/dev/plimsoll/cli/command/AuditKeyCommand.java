package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Shows the key that signs the project's log.
@Command(
    name = "key",
    description = {
      "Show the key that signs the project's audit log, as a verifier key of signed notes.",
      "Give it to whoever verifies proofs or witnesses the log, by a way others do not control."
    },
    footer = {"", "Exit codes: 0 shown, 1 no log yet."})
final class AuditKeyCommand implements Callable<Integer> {
  private final Invocation invocation;

  AuditKeyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var key = project.logDesk().key();
      if (invocation.isJson()) {
        invocation.say(
            new Json()
                .with("exit", ExitCode.OK)
                .with("origin", key.name())
                .with("fingerprint", key.key().fingerprint())
                .with("publicKey", key.key().openSsh())
                .with("vkey", key.text()));
      } else {
        invocation.out().line(key.text());
      }
      return ExitCode.OK;
    }
  }
}
