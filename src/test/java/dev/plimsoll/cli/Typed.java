package dev.plimsoll.cli;

import dev.plimsoll.cli.terminal.Prompt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Somebody who types these answers, one after another.
final class Typed implements Prompt {
  private final Deque<String> answers;

  Typed(String... answers) {
    this.answers = new ArrayDeque<>(List.of(answers));
  }

  @Override
  public boolean isSomebodyThere() {
    return true;
  }

  @Override
  public char @Nullable [] secret(String question) {
    return answers.isEmpty() ? null : answers.removeFirst().toCharArray();
  }

  @Override
  public @Nullable String line(String question) {
    return answers.isEmpty() ? null : answers.removeFirst();
  }

  @Override
  public boolean confirm(String question) {
    return !answers.isEmpty() && answers.removeFirst().equals("yes");
  }
}
