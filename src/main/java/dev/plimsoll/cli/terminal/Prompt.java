package dev.plimsoll.cli.terminal;

import org.jspecify.annotations.Nullable;

/// Asks the person at the terminal. Where nobody sits there, nobody answers.
public interface Prompt {
  /// Nobody to ask.
  Prompt NOBODY =
      new Prompt() {
        @Override
        public boolean isSomebodyThere() {
          return false;
        }

        @Override
        public char @Nullable [] secret(String question) {
          return null;
        }

        @Override
        public @Nullable String line(String question) {
          return null;
        }

        @Override
        public boolean confirm(String question) {
          return false;
        }
      };

  boolean isSomebodyThere();

  /// What was typed, not shown; the caller overwrites it. Null where nobody answers.
  char @Nullable [] secret(String question);

  /// What was typed, as it was shown, without blanks around it. Null where nobody answers.
  @Nullable String line(String question);

  /// Whether somebody said yes.
  boolean confirm(String question);
}
