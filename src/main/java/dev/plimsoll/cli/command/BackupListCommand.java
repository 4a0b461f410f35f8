package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Columns;
import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.backup.act.Absence;
import dev.plimsoll.core.backup.act.Words;
import dev.plimsoll.core.model.BackupSet;
import dev.plimsoll.core.model.RestorePoint;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists backups.
@Command(
    name = "list",
    description = {
      "List the backups of every set, or of one, newest first, with what the log tells of each:",
      "made, verified (every byte was read back), or proven (a restore of it was tried).",
      "A restore that was cut off in the middle is said, and how to put it right."
    },
    exitCodeOnExecutionException = ExitCode.NO,
    footer = {"", "Exit codes: 0 listed (perhaps nothing), 1 not readable."})
final class BackupListCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Invocation invocation;

  @Mixin BackupRound round = new BackupRound();

  BackupListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return round.with(
        invocation,
        (desk, sets) -> {
          var unfinished = Unfinished.tell(invocation, desk);
          var now = invocation.surroundings().clock().instant();
          var told = new ArrayList<Json>();
          for (var set : sets) {
            var points = desk.points(set.name());
            var proven = desk.lastProven(set.name());
            if (invocation.isJson()) {
              told.add(
                  new Json()
                      .with("name", set.name())
                      .with("lastProvenOn", proven.map(each -> each.on()))
                      .with("points", points, BackupTelling::json));
            } else {
              print(set, Words.lastProven(proven, now), points, now);
              if (points.isEmpty()) {
                printNone(set, desk.absence(set.name()));
              }
            }
          }
          if (invocation.isJson()) {
            invocation.say(
                new Json()
                    .with("exit", ExitCode.OK)
                    .with("unfinishedRestore", unfinished)
                    .with("sets", told));
          }
          return ExitCode.OK;
        });
  }

  private void printNone(BackupSet set, Optional<Absence> absence) {
    if (absence.isPresent() && absence.get().told()) {
      invocation.out().line("No backup is found. " + absence.get().sentence());
      return;
    }
    absence.ifPresent(missing -> invocation.out().line(missing.sentence()));
    invocation.out().line("No backup yet. Take one: plimsoll backup create --set " + set.name());
  }

  private void print(BackupSet set, String proven, List<RestorePoint> points, Instant now) {
    var out = invocation.out();
    out.line(Tone.STRONG, set.name() + ": " + proven.toLowerCase(Locale.ROOT));
    if (points.isEmpty()) {
      return;
    }
    var table = new Columns("TAKEN", "BACKUP", "VERSION", "FILES", "SIZE", "STORED", "STANDING");
    for (var point : points) {
      table.row(
          TIME.format(point.takenOn()),
          point.id(),
          Objects.requireNonNullElse(point.of().version(), "-"),
          Long.toString(point.content().files()),
          Words.bytes(point.content().bytes()),
          Words.bytes(point.content().stored()),
          Words.standing(point, now));
    }
    table.print(out);
  }
}
