package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Printer;
import dev.plimsoll.cli.terminal.Prompt;
import dev.plimsoll.cli.terminal.Surroundings;
import dev.plimsoll.core.Installation;
import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.audit.LogKeeper;
import java.nio.file.Path;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// One call of the program: what came from outside, and the options that every command understands.
/// Their values are there once the words were read.
public final class Invocation {
  private final Surroundings surroundings;
  private final LogKeeper.Tool tool;
  private final CommonOptions options = new CommonOptions();
  private @Nullable Printer out;
  private @Nullable Printer err;

  public Invocation(Surroundings surroundings, LogKeeper.Tool tool) {
    this.surroundings = surroundings;
    this.tool = tool;
  }

  CommonOptions options() {
    return options;
  }

  LogKeeper.Tool tool() {
    return tool;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  boolean isJson() {
    return options.json;
  }

  /// Conclusions, for a person.
  Printer out() {
    var printer = out;
    if (printer == null) {
      printer = new Printer(surroundings.streams().out(), hasColours());
      out = printer;
    }
    return printer;
  }

  /// Problems, and what happens meanwhile where standard output is a program's.
  Printer err() {
    var printer = err;
    if (printer == null) {
      printer = new Printer(surroundings.streams().err(), hasColours());
      err = printer;
    }
    return printer;
  }

  /// Where a person is told what happens meanwhile.
  Printer aside() {
    return isJson() ? err() : out();
  }

  boolean hasColours() {
    var environment = surroundings.environment();
    return surroundings.streams().terminal()
        && !options.noColor
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !"dumb".equals(environment.get("TERM"));
  }

  Prompt prompt() {
    return surroundings.streams().prompt();
  }

  /// Writes the one object of `--json`.
  void say(Json json) {
    out().bytes(json.line());
  }

  /// A path as it was typed, from the working directory on.
  Path path(Path typed) {
    return surroundings.directory().resolve(typed).normalize();
  }

  Path projectFolder() {
    return options.project == null ? surroundings.directory() : path(options.project);
  }

  boolean isProjectNamed() {
    return options.project != null;
  }

  Installation installation() {
    var environment = surroundings.environment();
    if (options.home != null) {
      environment = new HashMap<>(environment);
      environment.put("PLIMSOLL_HOME", path(options.home).toString());
    }
    return Installation.ofSystem(environment, surroundings.clock(), tool);
  }

  Plimsoll open() {
    return Plimsoll.open(installation());
  }

  OpenProject project(Plimsoll plimsoll) {
    return plimsoll.project(projectFolder());
  }
}
