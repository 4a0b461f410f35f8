package dev.plimsoll.core.check.command;

import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.model.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is started on one system.
public sealed interface Run {
  /// The program and its arguments, variables resolved.
  ///
  /// @throws Problem where a variable has no value, or one that may not stand in a script
  List<String> words(Variables variables);

  /// For the person who is asked to trust it.
  List<String> describe();

  /// A program with its arguments.
  record Direct(List<String> words) implements Run {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./{}-]+");

    public Direct {
      words = List.copyOf(words);
    }

    @Override
    public List<String> words(Variables variables) {
      return words.stream().map(variables::resolve).toList();
    }

    /// As somebody would type it: quoted where a blank or a sign would part a word.
    @Override
    public List<String> describe() {
      var shown =
          words.stream()
              .map(word ->
                  PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'")
              .toList();
      return List.of(String.join(" ", shown));
    }
  }

  /// A script, handed to a shell that stops at the first error. A variable's value that a shell
  /// would read as anything but a word (a branch may be called `$(rm)`) is refused here and belongs
  /// into `env`.
  record Script(Shell shell, String text) implements Run {
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_@%+=:,./-]*");

    @Override
    public List<String> words(Variables variables) {
      for (var name : variables.names(text)) {
        var value = variables.values().get(name);
        if (value != null && !WORD.matcher(value).matches()) {
          throw Problem.of(
              "Script not started",
              "The value of {" + name + "} holds signs that a shell would act upon.",
              "Give it to the script as a variable, under env, and use it there in double quotes.");
        }
      }
      return shell.words(variables.resolve(text));
    }

    @Override
    public List<String> describe() {
      return Stream.concat(
              Stream.of("a script for " + shell.program() + ":"),
              text.lines().map(line -> "  " + line))
          .toList();
    }
  }

  /// The shells that a checklist may ask for.
  enum Shell {
    SH("sh"),
    PWSH("pwsh");

    private final String program;

    Shell(String program) {
      this.program = program;
    }

    String program() {
      return program;
    }

    static Map<String, Shell> byWord() {
      var words = new HashMap<String, Shell>();
      for (var shell : values()) {
        words.put(shell.program, shell);
      }
      return words;
    }

    private List<String> words(String script) {
      return switch (this) {
        case SH -> List.of("sh", "-e", "-c", script);
        case PWSH ->
            List.of(
                "pwsh",
                "-NoProfile",
                "-NonInteractive",
                "-Command",
                "$ErrorActionPreference = 'Stop'\n"
                    + script
                    + "\nif ($null -ne $LASTEXITCODE) { exit $LASTEXITCODE }");
      };
    }
  }
}
