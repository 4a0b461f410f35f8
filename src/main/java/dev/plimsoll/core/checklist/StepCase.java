package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.ReleaseType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One case of a checklist's tests: given these facts, this step must come to that.
///
/// @param name a sentence
/// @param step id
/// @param wanted what it must come to
public record StepCase(String name, String step, Given given, Wanted wanted, Position at) {

  /// @param outcome `PASSED`, `FAILED`, ...
  /// @param finding part of what a finding or the observation says, or null
  public record Wanted(String outcome, @Nullable String finding) {}

  /// @param stubs programs that stand in for real ones, by name
  /// @param env variables of the environment; those that the project names as secrets are secrets
  /// @param answer what a person says, or null
  public record Given(
      Tree tree,
      Opening opening,
      Map<String, Stub> stubs,
      Map<String, String> env,
      @Nullable String answer) {
    public Given {
      stubs = Map.copyOf(stubs);
      env = Map.copyOf(env);
    }
  }

  /// The repository.
  ///
  /// @param fixture folder of the project whose files are copied, or null
  /// @param files text by path, committed
  /// @param tags on a commit before that one
  /// @param before text by path, as it was at the tags
  /// @param work where it is: branch, and files that are not committed
  public record Tree(
      @Nullable String fixture,
      Map<String, String> files,
      List<String> tags,
      Map<String, String> before,
      Work work) {
    public Tree {
      files = Map.copyOf(files);
      tags = List.copyOf(tags);
      before = Map.copyOf(before);
    }
  }

  /// @param uncommitted text by path
  public record Work(String branch, Map<String, String> uncommitted) {
    public Work {
      uncommitted = Map.copyOf(uncommitted);
    }
  }

  /// The run.
  ///
  /// @param type null to find it by the tags
  /// @param steps where earlier steps stand, by id, for conditions
  public record Opening(
      String version,
      @Nullable ReleaseType type,
      Map<String, String> parameters,
      Map<String, String> steps) {
    public Opening {
      parameters = Map.copyOf(parameters);
      steps = Map.copyOf(steps);
    }
  }

  /// A program of the case.
  ///
  /// @param script for sh, or null where it only prints and ends
  public record Stub(@Nullable String script, int exit, String stdout, String stderr) {}
}
