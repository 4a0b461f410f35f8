package dev.plimsoll.core.checklist;

import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.BackupSet.Engine;
import java.util.List;

/// What a backup set reads, runs and writes, for the question whether it is trusted.
final class BackupWords {
  private BackupWords() {}

  static void describe(BackupSet set, List<String> lines) {
    var name = "backup set " + set.name() + ": ";
    var sources = set.sources();
    var place = set.place();
    for (var file : sources.files()) {
      lines.add(
          name
              + (isAbsolute(file) ? "reads, outside the repository, " : "reads ")
              + file
              + " into a backup");
    }
    for (var output : sources.outputs()) {
      lines.add(
          name
              + "runs "
              + String.join(" ", output.run())
              + ", and saves what it writes as "
              + output.name());
    }
    lines.add(
        name
            + (place.engine() == Engine.RESTIC
                ? "runs restic; keeps backups in its repository " + place.to()
                : "keeps backups in " + place.to())
            + (set.keep().isEverything() ? ", and removes none" : ", and removes old ones"));
    runs(name, "when files are put back, first", set.around().before(), lines);
    runs(name, "after files were put back", set.around().after(), lines);
    runs(name, "in the scratch folder of a drill", set.proof().commands(), lines);
  }

  private static void runs(
      String name, String when, List<List<String>> commands, List<String> lines) {
    for (var command : commands) {
      lines.add(name + "runs, " + when + ", " + String.join(" ", command));
    }
  }

  /// As the set's file spells it, on any system.
  static boolean isAbsolute(String path) {
    return path.startsWith("/") || path.matches("[A-Za-z]:[/\\\\].*");
  }
}
