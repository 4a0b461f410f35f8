package dev.plimsoll.core.check.command;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The verb `command`.
///
/// @param program what is run
/// @param surroundings where, and with which variables
/// @param exit what its exit codes mean, or null where the expectations alone judge them
/// @param expect what else must hold
/// @param timeout after this it is stopped, or null for the step's limit
public record Command(
    Program program,
    Surroundings surroundings,
    @Nullable ExitCodes exit,
    List<Expectation> expect,
    @Nullable Duration timeout)
    implements Verb {
  public Command {
    expect = List.copyOf(expect);
  }

  /// @param folder relative to the repository's top folder, with `/`; empty for the top itself
  /// @param environment variables set for it, values unresolved
  public record Surroundings(String folder, Map<String, String> environment) {
    public Surroundings {
      environment = Map.copyOf(environment);
    }
  }

  @Override
  public String word() {
    return "command";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    var parts = new ArrayList<String>();
    if (exit != null) {
      parts.add(exit.words());
    }
    expect.forEach(expectation -> parts.add(expectation.toString()));
    return String.join("; ", parts);
  }

  @Override
  public List<String> describe() {
    var lines = new ArrayList<>(program.describe());
    if (!surroundings.folder().isEmpty()) {
      lines.add("in the folder " + surroundings.folder());
    }
    surroundings.environment().keySet().stream()
        .sorted()
        .forEach(name -> lines.add("sets the variable " + name));
    return lines;
  }
}
