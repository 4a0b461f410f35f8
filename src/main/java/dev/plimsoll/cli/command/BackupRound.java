package dev.plimsoll.cli.command;

import dev.plimsoll.core.BackupDesk;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.Problem;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which backup sets a command is about.
final class BackupRound {
  @Option(
      names = "--set",
      paramLabel = "NAME",
      description = "The backup set; by default every one of the project.")
  @Nullable String name;

  /// @param act given the desk and the chosen sets, at least one
  <T> T with(Invocation invocation, BiFunction<BackupDesk, List<BackupSet>, T> act) {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      var desk = project.backups();
      return act.apply(desk, chosen(desk));
    }
  }

  private List<BackupSet> chosen(BackupDesk desk) {
    if (name != null) {
      return List.of(desk.set(name));
    }
    var sets = desk.sets();
    if (sets.isEmpty()) {
      throw Problem.of(
          "Nothing to back up",
          "The project names no backup set.",
          "Add one under backup: in .plimsoll/project.yaml.");
    }
    return sets;
  }

  /// The one set, for what is done to one at a time.
  static BackupSet one(List<BackupSet> sets) {
    if (sets.size() > 1) {
      throw new Misuse(
          "The project names " + sets.size() + " backup sets.",
          "Say which: --set " + sets.getFirst().name());
    }
    return sets.getFirst();
  }
}
