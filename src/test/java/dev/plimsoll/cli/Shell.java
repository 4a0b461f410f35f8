package dev.plimsoll.cli;

import dev.plimsoll.cli.terminal.Prompt;
import dev.plimsoll.cli.terminal.Surroundings;
import dev.plimsoll.cli.terminal.Surroundings.Interruption;
import dev.plimsoll.core.Sandbox;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs commands in this process, as a shell would: with a working directory, an environment and
/// captured streams.
final class Shell {
  private final Map<String, String> environment;
  private final Path directory;
  private final Prompt prompt;
  private final boolean terminal;
  private volatile @Nullable Runnable interrupt;

  private Shell(Map<String, String> environment, Path directory, Prompt prompt, boolean terminal) {
    this.environment = new HashMap<>(environment);
    this.directory = directory;
    this.prompt = prompt;
    this.terminal = terminal;
  }

  /// In the repository of a sandbox, with nobody at a terminal.
  static Shell in(Sandbox sandbox) {
    return new Shell(sandbox.environment, sandbox.repository, Prompt.NOBODY, false);
  }

  /// In a folder, with a home of its own beside it.
  static Shell in(Path folder) {
    var environment = new HashMap<>(System.getenv());
    environment.remove("SSH_AUTH_SOCK");
    environment.put("PLIMSOLL_HOME", folder.resolveSibling("home-of-test").toString());
    return new Shell(environment, folder, Prompt.NOBODY, false);
  }

  Shell at(Path folder) {
    return new Shell(environment, folder, prompt, terminal);
  }

  /// With somebody at a terminal.
  Shell asked(Prompt answers) {
    return new Shell(environment, directory, answers, true);
  }

  Shell with(String name, String value) {
    var changed = new HashMap<>(environment);
    changed.put(name, value);
    return new Shell(changed, directory, prompt, terminal);
  }

  /// What a command said.
  record Said(int exit, String out, String err) {
    /// The one line of JSON on standard output.
    JsonNode json() {
      if (out.lines().count() != 1) {
        throw new AssertionError("not one line of JSON: " + out + err);
      }
      return JsonMapper.shared().readTree(out);
    }
  }

  Said run(String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var streams =
        new Surroundings.Streams(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            terminal,
            prompt);
    var exit =
        CommandLineMain.run(
            args,
            new Surroundings(
                streams, environment, Clock.systemUTC(), directory, this::interruption));
    return new Said(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Interruption.Guard interruption(Runnable act) {
    interrupt = act;
    return () -> interrupt = null;
  }

  boolean canBeInterrupted() {
    return interrupt != null;
  }

  /// Presses Ctrl-C; returns when the command has done what it does about it.
  void interrupt() {
    var act = interrupt;
    if (act == null) {
      throw new AssertionError("nothing runs that could be interrupted");
    }
    act.run();
  }

  /// Trusts the project's checklists as they are.
  Shell trusting() {
    var digest = run("trust", "--json").json().get("digest").asString();
    var said = run("trust", "--yes", digest);
    if (said.exit() != 0) {
      throw new AssertionError(said.toString());
    }
    return this;
  }
}
