package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.BackupDesk;
import dev.plimsoll.core.backup.act.Words;
import dev.plimsoll.core.backup.restore.Choice;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Puts a backup back.
@Command(
    name = "restore",
    description = {
      "Put the newest backup of a set back, or one: all of its files, or some. It is unpacked and",
      "verified beside first; what stands there is kept, and 'backup undo' puts it back. First the",
      "plan is shown; where entries of a log would be lost, their number must be typed."
    },
    exitCodeOnExecutionException = ExitCode.NO,
    footer = {
      "",
      "  plimsoll backup restore --set customer-ops",
      "  plimsoll backup restore --set customer-ops backup_20260301_020000.tar.zst --lose 12 --yes",
      "  plimsoll backup restore --set customer-ops --file data/app.db --yes",
      "  plimsoll backup restore --set customer-ops --into /tmp/look    # touches nothing else",
      "",
      "Exit codes: 0 put back, 1 not put back and nothing was changed (or the sentence says what",
      "is true), 2 shown only, nobody confirmed it, 130 stopped by Ctrl-C."
    })
final class BackupRestoreCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin BackupRound round = new BackupRound();
  @Mixin Confirming confirming = new Confirming();

  @Parameters(
      paramLabel = "BACKUP",
      arity = "0..1",
      description = "One backup, as 'backup list' names it; by default the newest.")
  @Nullable String id;

  @Option(
      names = "--file",
      paramLabel = "PATH",
      description = "Only this file, or what is below this folder; may be given again.")
  List<String> files = List.of();

  @Option(
      names = "--into",
      paramLabel = "DIR",
      description =
          "Unpack into this folder, which is empty or not there; nothing else is touched.")
  @Nullable Path into;

  BackupRestoreCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    confirming.check();
    return round.with(
        invocation,
        (desk, sets) -> {
          var set = BackupRound.one(sets).name();
          if (into != null) {
            return unpacked(desk, set, invocation.path(into));
          }
          Unfinished.putRight(invocation, desk);
          var choice = files.isEmpty() ? Choice.ALL : new Choice(new LinkedHashSet<>(files));
          return new BackupWatch(invocation)
              .run(desk.restorePlan(set, id, choice))
              .map(plan ->
                  confirming.confirmed(
                      invocation, plan, consent -> desk.restore(set, plan, consent, null)))
              .orElse(ExitCode.STOPPED);
        });
  }

  private int unpacked(BackupDesk desk, String set, Path folder) {
    var chosen = id == null ? newest(desk, set) : id;
    var done = new BackupWatch(invocation).run(desk.unpack(set, chosen, files, folder));
    if (done.isEmpty()) {
      return ExitCode.STOPPED;
    }
    var unpacked = done.get();
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", ExitCode.OK)
              .with("id", chosen)
              .with("folder", folder)
              .with("files", unpacked.sha256().size())
              .with("bytes", unpacked.bytes()));
    } else {
      invocation
          .out()
          .line(
              chosen
                  + " was unpacked into "
                  + folder
                  + ": "
                  + Words.files(unpacked.sha256().size(), unpacked.bytes())
                  + ", each as its manifest says.");
    }
    return ExitCode.OK;
  }

  private static String newest(BackupDesk desk, String set) {
    return desk.points(set).stream()
        .findFirst()
        .map(point -> point.id())
        .orElseThrow(() ->
            Problem.of(
                "Nothing unpacked",
                "There is no backup of " + set + ".",
                "Take one: plimsoll backup create --set " + set));
  }
}
