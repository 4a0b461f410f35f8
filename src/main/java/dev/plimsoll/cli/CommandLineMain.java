package dev.plimsoll.cli;

import dev.plimsoll.cli.command.CommandTree;
import dev.plimsoll.cli.command.Invocation;
import dev.plimsoll.cli.terminal.Surroundings;
import dev.plimsoll.core.Version;

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
    return CommandTree.run(new Invocation(surroundings, Version.tool()), args);
  }
}
