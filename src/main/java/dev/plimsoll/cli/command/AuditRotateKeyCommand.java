package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.model.Plural;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Replaces the key that signs the logs.
@Command(
    name = "rotate-key",
    description = {
      "Replace the key that signs the audit logs of this installation, all of them.",
      "Each log gets a last checkpoint by the former key, an entry that names the new one and that",
      "the former key signs, and a first checkpoint by the new one. Run again, it finishes what"
          + " was",
      "cut off."
    },
    footer = {
      "",
      "Example:",
      "  plimsoll audit rotate-key --reason \"yearly\"",
      "",
      "Exit codes: 0 replaced, 1 not replaced, 3 replaced, but not in every log."
    })
final class AuditRotateKeyCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "For an auditor: why the former key no longer signs.")
  String reason = "";

  AuditRotateKeyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (reason.isBlank()) {
      throw new Misuse("The reason is empty.", "Say why the key is replaced: --reason TEXT");
    }
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var changed = project.logDesk().changeKey(reason);
      var code = changed.left().isEmpty() ? ExitCode.OK : ExitCode.WARNED;
      if (invocation.isJson()) {
        invocation.say(
            new Json()
                .with("exit", code)
                .with("fingerprint", changed.fingerprint())
                .with("logs", changed.logs())
                .with("left", changed.left()));
        return code;
      }
      invocation
          .out()
          .line(
              Plural.of(changed.logs(), "log is", "logs are")
                  + " signed with "
                  + changed.fingerprint()
                  + " from now on. Give it to your witnesses: plimsoll audit key");
      changed.left().forEach(each -> invocation.out().line("Not replaced in " + each));
      return code;
    }
  }
}
