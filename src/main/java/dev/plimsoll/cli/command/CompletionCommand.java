package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/// Prints what makes a shell complete the commands.
@Command(
    name = "completion",
    description = {
      "Print a completion script for bash and zsh.",
      "To use it at once: source <(plimsoll completion)"
    })
final class CompletionCommand implements Callable<Integer> {
  private final Invocation invocation;

  CompletionCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var script = AutoComplete.bash("plimsoll", CommandTree.of(invocation));
    if (invocation.isJson()) {
      invocation.say(new Json().with("script", script));
    } else {
      invocation.out().bytes(script);
    }
    return ExitCode.OK;
  }
}
