package dev.plimsoll.cli.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Takes a restore back.
@Command(
    name = "undo",
    description = {
      "Put back what stood there before the last restore of a set. That can be undone as well.",
      "First the plan is shown; where entries of a log would be lost, their number must be typed."
    },
    exitCodeOnExecutionException = ExitCode.NO,
    footer = {
      "",
      "  plimsoll backup undo --set customer-ops",
      "",
      "Exit codes: 0 put back, 1 not put back and nothing was changed, 2 shown only, nobody",
      "confirmed it, 130 stopped by Ctrl-C."
    })
final class BackupUndoCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin BackupRound round = new BackupRound();
  @Mixin Confirming confirming = new Confirming();

  @Parameters(
      paramLabel = "NUMBER",
      arity = "0..1",
      description = "One undo point; by default the newest.")
  @Nullable String number;

  BackupUndoCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    confirming.check();
    return round.with(
        invocation,
        (desk, sets) -> {
          var set = BackupRound.one(sets).name();
          Unfinished.putRight(invocation, desk);
          return new BackupWatch(invocation)
              .run(desk.undoPlan(set, number))
              .map(plan ->
                  confirming.confirmed(
                      invocation, plan, consent -> desk.undo(set, plan, consent, null)))
              .orElse(ExitCode.STOPPED);
        });
  }
}
