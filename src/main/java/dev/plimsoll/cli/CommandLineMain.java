package dev.plimsoll.cli;

import dev.plimsoll.cli.command.CommandTree;
import dev.plimsoll.cli.command.Invocation;
import dev.plimsoll.cli.terminal.Surroundings;
import dev.plimsoll.core.audit.LogKeeper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/// The command line's front door.
public final class CommandLineMain {
  private CommandLineMain() {}

  /// Runs one command in the surroundings of this process.
  public static int run(String... args) {
    return run(args, Surroundings.ofProcess());
  }

  /// Runs one command.
  ///
  /// @return its exit code (docs/exit-codes.md): 64 where the words were not understood, 70 where
  ///   the program itself is at fault
  public static int run(String[] args, Surroundings surroundings) {
    return CommandTree.run(new Invocation(surroundings, tool()), args);
  }

  private static LogKeeper.Tool tool() {
    var properties = new Properties();
    try (var file = CommandLineMain.class.getResourceAsStream("/dev/plimsoll/version.properties")) {
      if (file != null) {
        properties.load(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LogKeeper.Tool("plimsoll", properties.getProperty("version", "unknown"));
  }
}
