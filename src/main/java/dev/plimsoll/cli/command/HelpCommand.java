package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.checklist.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// The same as `--help` behind a command.
@Command(name = "help", description = "Show what a command understands: plimsoll help run")
final class HelpCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "COMMAND", arity = "0..*", description = "The words of a command.")
  List<String> words = new ArrayList<>();

  HelpCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var line = CommandTree.of(invocation);
    for (var word : words) {
      var next = line.getSubcommands().get(word);
      if (next == null) {
        throw new Misuse(
            "There is no command '" + word + "'.",
            Nearest.hint(word, line.getSubcommands().keySet()));
      }
      line = next;
    }
    show(line);
    return ExitCode.OK;
  }

  private void show(CommandLine line) {
    if (invocation.isJson()) {
      invocation.say(new Json().with("usage", line.getUsageMessage(CommandLine.Help.Ansi.OFF)));
    } else {
      line.usage(line.getOut());
    }
  }
}
