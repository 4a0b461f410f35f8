package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.audit.proof.Vkey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Lets a witness's word count here.
@Command(
    name = "add",
    description = {
      "Let the word of a witness count at this installation.",
      "Its key has to come from the witness itself, never with the file that it cosigned."
    },
    footer = {
      "",
      "Example:",
      "  plimsoll witness add plimsoll.dev/witness/0123456789abcdef+1a2b3c4d+BA...",
      "",
      "Exit codes: 0 trusted, 1 not trusted."
    })
final class WitnessAddCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      paramLabel = "KEY|FILE",
      description = "The line that `plimsoll witness key` printed there, or a file with it.")
  String words = "";

  WitnessAddCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    var text = words.strip();
    if (!text.contains("+") || Files.isRegularFile(invocation.path(Path.of(text)))) {
      text = TextFiles.read(invocation, Path.of(text), "Witness not trusted").strip();
    }
    var key = Vkey.parse(text);
    try (var plimsoll = invocation.open()) {
      plimsoll.witness().trust(key);
    }
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", ExitCode.OK)
              .with("name", key.name())
              .with("fingerprint", key.key().fingerprint()));
    } else {
      invocation.out().line("The word of " + key.name() + " counts here from now on.");
    }
    return ExitCode.OK;
  }
}
