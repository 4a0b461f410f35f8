package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.backup.act.ActLog;
import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.backup.act.Recoveries;
import dev.plimsoll.core.backup.act.SetDesk;
import dev.plimsoll.core.backup.act.Surround;
import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupStory;
import dev.plimsoll.core.model.Problem;
import java.util.Optional;
import java.util.Set;

/// The desk of a set as a step has it: what is done stands in the log as done by that step.
final class StepDesk {
  private StepDesk() {}

  /// @throws Problem where the project names no such set any more
  static SetDesk of(String name, StepContext context) {
    var project = context.subject().project();
    var set =
        project
            .backup(name)
            .orElseThrow(() ->
                Problem.of(
                    "Backup set not found",
                    "The project names no backup set '" + name + "'.",
                    "Add it under backup: sets: in .plimsoll/project.yaml."));
    var place = context.workplace();
    var redactor = new Redactor(place.secrets(), Set.of());
    return new SetDesk(
        set,
        Surround.of(
            project,
            context.subject().root(),
            place.clock(),
            new Surround.Allowed(place.environment(), place.secrets(), redactor::redact)),
        log(context));
  }

  /// What a crash in the middle of a restore left, put right and told; empty where nothing was.
  static Optional<Acted> recover(StepContext context) {
    return new Recoveries(context.subject().root(), log(context)).run();
  }

  private static ActLog log(StepContext context) {
    return new ActLog() {
      @Override
      public void record(BackupAct act) {
        context.release().record(new StepContext.Effect.BackedUp(act));
      }

      @Override
      public BackupStory story() {
        return new BackupStory(context.release().past().backups());
      }
    };
  }
}
