package dev.plimsoll.cli.command;

import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.model.BackupAct;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Proves that backups restore.
@Command(
    name = "drill",
    description = {
      "Restore the newest backup of every set, or one, into a scratch folder, and hold it there",
      "against its manifest and everything that the set says must hold. Nothing else is touched."
    },
    exitCodeOnExecutionException = ExitCode.OPEN,
    footer = {
      "",
      "  plimsoll backup drill --set customer-ops",
      "",
      "Exit codes, of the worst: 0 proven, 1 it does not restore as it should, 2 could not tell,",
      "130 stopped by Ctrl-C."
    })
final class BackupDrillCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin BackupRound round = new BackupRound();

  @Parameters(
      paramLabel = "BACKUP",
      arity = "0..1",
      description = "One backup, as 'backup list' names it; by default the newest.")
  @Nullable String id;

  BackupDrillCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return round.with(
        invocation,
        (desk, sets) -> {
          var acted = new ArrayList<Optional<Acted>>();
          var chosen = id == null ? sets : List.of(BackupRound.one(sets));
          for (var set : chosen) {
            var one =
                BackupRound.eachInTurn(
                    chosen,
                    BackupRound.not(set, BackupAct.What.DRILL, BackupAct.Ending.OPEN),
                    () -> new BackupWatch(invocation).run(desk.drill(set.name(), id)));
            acted.add(one);
            if (!invocation.isJson()) {
              one.ifPresent(each -> BackupTelling.print(each, invocation.out()));
            }
            if (one.isEmpty()) {
              break;
            }
          }
          var code = BackupTelling.worst(acted);
          if (invocation.isJson()) {
            BackupTelling.say(invocation, acted, code);
          }
          return code;
        });
  }
}
