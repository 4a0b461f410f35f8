package dev.plimsoll.cli.terminal;

import java.io.Console;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks at the process's terminal.
public final class ConsolePrompt implements Prompt {
  private final Console console;

  /// @param console one that is a terminal
  public ConsolePrompt(Console console) {
    this.console = console;
  }

  @Override
  public boolean isSomebodyThere() {
    return true;
  }

  @Override
  public char @Nullable [] secret(String question) {
    return console.readPassword("%s: ", question);
  }

  @Override
  public @Nullable String line(String question) {
    var answer = console.readLine("%s: ", question);
    return answer == null ? null : answer.strip();
  }

  @Override
  public boolean confirm(String question) {
    var answer = console.readLine("%s [y/N] ", question);
    return answer != null && Set.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
  }
}
