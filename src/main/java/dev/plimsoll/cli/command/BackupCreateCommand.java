package dev.plimsoll.cli.command;

import dev.plimsoll.core.BackupDesk;
import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.model.BackupAct;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Takes backups.
@Command(
    name = "create",
    description = {
      "Take a backup of every set, or of one: it is read back from disk and verified before it"
          + " gets",
      "its name. Then backups that the set's keep rules let go are removed.",
      "Where nothing has changed since the last one, that is said, and none is made."
    },
    exitCodeOnExecutionException = ExitCode.NO,
    footer = {
      "",
      "  plimsoll backup create --set customer-ops",
      "  plimsoll backup create --project /srv/customer-ops --json      # for a scheduler",
      "",
      "Exit codes: 0 made, or nothing had changed; 1 not made, and nothing was removed;",
      "2 could not tell; 130 stopped by Ctrl-C, nothing half-made is left."
    })
final class BackupCreateCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin BackupRound round = new BackupRound();

  @Option(names = "--force", description = "Take one although nothing has changed.")
  boolean force;

  @Option(names = "--rehash", description = "Read every file, also those that look unchanged.")
  boolean rehash;

  BackupCreateCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return round.with(
        invocation,
        (desk, sets) -> {
          Unfinished.putRight(invocation, desk);
          var acted = new ArrayList<Optional<Acted>>();
          var watch = new BackupWatch(invocation);
          for (var set : sets) {
            var one =
                BackupRound.eachInTurn(
                    sets,
                    BackupRound.not(set, BackupAct.What.TAKE, BackupAct.Ending.FAILED),
                    () ->
                        watch.run(
                            desk.take(set.name(), new BackupDesk.Taking(force, rehash, null))));
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
