package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Columns;
import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.Keys;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Lists the keys that somebody here can sign with.
@Command(
    name = "list",
    description = "List the keys of ssh-agent, of Plimsoll's own folder and of ~/.ssh.",
    footer = {"", "Exit codes: 0 listed (perhaps nothing), 1 not readable."})
final class KeyListCommand implements Callable<Integer> {
  private final Invocation invocation;

  KeyListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    try (var plimsoll = invocation.open()) {
      var keys = plimsoll.keys().list();
      if (invocation.isJson()) {
        invocation.say(
            new Json().with("exit", ExitCode.OK).with("keys", keys, KeyListCommand::json));
        return ExitCode.OK;
      }
      var table = new Columns("KEY", "WHERE", "FINGERPRINT", "");
      keys.forEach(key -> table.row(key.label(), where(key), key.fingerprint(), remark(key)));
      if (keys.isEmpty()) {
        invocation.out().line("None yet. To make one: plimsoll key new NAME");
      } else {
        table.print(invocation.out());
      }
      return ExitCode.OK;
    }
  }

  private static String where(Keys.Choice key) {
    return key.file() == null ? "agent" : String.valueOf(key.file().getParent());
  }

  private static String remark(Keys.Choice key) {
    return key.obstacle() != null ? key.obstacle() : key.encrypted() ? "with passphrase" : "";
  }

  private static Json json(Keys.Choice key) {
    return new Json()
        .with("label", key.label())
        .with("fingerprint", key.fingerprint())
        .with("file", key.file())
        .with("agent", key.isInAgent())
        .with("encrypted", key.encrypted())
        .with("obstacle", key.obstacle());
  }
}
