package dev.plimsoll.cli.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// What every command understands.
final class CommonOptions {
  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Say it in JSON, on standard output alone.")
  boolean json;

  @Option(
      names = "--project",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "A folder inside the repository; the working directory by default.")
  @Nullable Path project;

  @Option(
      names = "--home",
      scope = ScopeType.INHERIT,
      paramLabel = "DIR",
      description = "Where history, evidence and keys are kept (also PLIMSOLL_HOME).")
  @Nullable Path home;

  @Option(
      names = "--no-color",
      scope = ScopeType.INHERIT,
      description = "No colours (also NO_COLOR); they are for terminals only anyway.")
  boolean noColor;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the technical cause of a failure.")
  boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show what the command understands.")
  boolean help;
}
