package dev.plimsoll.cli.command;

import dev.plimsoll.core.BackupDesk;
import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Reads backups back.
@Command(
    name = "verify",
    description = {
      "Read every byte of every backup back, or of one, and hold it against its manifest and",
      "against what the log knows of it."
    },
    exitCodeOnExecutionException = ExitCode.OPEN,
    footer = {
      "",
      "  plimsoll backup verify --set customer-ops",
      "  plimsoll backup verify --set customer-ops backup_20260301_020000.tar.zst",
      "",
      "Exit codes, of the worst: 0 verified, 1 one is damaged or another than it was, 2 could not",
      "tell or none there, 130 stopped by Ctrl-C."
    })
final class BackupVerifyCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin BackupRound round = new BackupRound();

  @Parameters(
      paramLabel = "BACKUP",
      arity = "0..1",
      description = "One backup, as 'backup list' names it; by default all of them.")
  @Nullable String id;

  BackupVerifyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return round.with(
        invocation,
        (desk, sets) -> {
          var acted = new ArrayList<Optional<Acted>>();
          var watch = new BackupWatch(invocation);
          if (id != null) {
            acted.add(watch.run(desk.verify(BackupRound.one(sets).name(), id)));
          } else {
            for (var set : sets) {
              acted.addAll(all(desk, set, sets, watch));
              if (acted.getLast().isEmpty()) {
                break;
              }
            }
          }
          return told(acted);
        });
  }

  /// At least one: a set without a backup is told as that.
  private static List<Optional<Acted>> all(
      BackupDesk desk, BackupSet set, List<BackupSet> sets, BackupWatch watch) {
    var found = new ArrayList<Optional<Acted>>();
    var failed =
        BackupRound.eachInTurn(
            sets,
            BackupRound.not(set, BackupAct.What.VERIFY, BackupAct.Ending.OPEN),
            () -> {
              var all = watch.run(desk.verifyAll(set.name()));
              all.ifPresent(each -> each.forEach(acted -> found.add(Optional.of(acted))));
              return all.filter(List::isEmpty).map(none -> BackupRound.nothingThere(set));
            });
    if (failed.isPresent() || found.isEmpty()) {
      found.add(failed);
    }
    return found;
  }

  private int told(List<Optional<Acted>> acted) {
    var code = BackupTelling.worst(acted);
    if (invocation.isJson()) {
      BackupTelling.say(invocation, acted, code);
      return code;
    }
    acted.stream()
        .flatMap(Optional::stream)
        .forEach(each -> BackupTelling.print(each, invocation.out()));
    return code;
  }
}
