package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Columns;
import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.BackupDesk;
import dev.plimsoll.core.backup.Pruning;
import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.backup.act.Words;
import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.BackupSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Removes what is too old.
@Command(
    name = "prune",
    description = {
      "Show which backups the keep rules of every set, or of one, let go of, and why the others",
      "stay; with --yes remove them. Never the newest, never the last that was proven."
    },
    exitCodeOnExecutionException = ExitCode.NO,
    footer = {
      "",
      "  plimsoll backup prune --set customer-ops          # shows only",
      "  plimsoll backup prune --set customer-ops --yes",
      "",
      "Exit codes: 0 removed, or nothing goes; 1 not removed; 2 shown only, nobody said yes;",
      "130 stopped by Ctrl-C."
    })
final class BackupPruneCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin BackupRound round = new BackupRound();

  @Option(names = "--yes", description = "Remove them without asking.")
  boolean yes;

  BackupPruneCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    return round.with(
        invocation,
        (desk, sets) -> {
          var shown = new ArrayList<Json>();
          var goes = 0;
          for (var set : sets) {
            var preview = desk.prunePreview(set.name());
            goes += preview.going().size();
            if (invocation.isJson()) {
              shown.add(json(set, preview));
            } else {
              print(set, preview);
            }
          }
          if (goes == 0) {
            return told(shown, List.of(), ExitCode.OK);
          }
          if (!yes && !invocation.prompt().confirm("Remove what goes?")) {
            return told(shown, List.of(), ExitCode.OPEN);
          }
          return removed(desk, sets, shown);
        });
  }

  private int removed(BackupDesk desk, List<BackupSet> sets, List<Json> shown) {
    var acted = new ArrayList<Optional<Acted>>();
    for (var set : sets) {
      var one =
          BackupRound.eachInTurn(
              sets,
              BackupRound.not(set, BackupAct.What.PRUNE, BackupAct.Ending.FAILED),
              () -> new BackupWatch(invocation).run(desk.prune(set.name(), null)));
      acted.add(one);
      if (one.isEmpty()) {
        break;
      }
    }
    var done = acted.stream().flatMap(Optional::stream).toList();
    if (!invocation.isJson()) {
      done.forEach(each -> BackupTelling.print(each, invocation.out()));
    }
    return told(shown, done, BackupTelling.worst(acted));
  }

  private int told(List<Json> shown, List<Acted> acted, int code) {
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", code)
              .with("sets", shown)
              .with("acts", acted, BackupTelling::json));
    } else if (code == ExitCode.OPEN) {
      invocation.out().line(Tone.CAUTION, "Nothing was removed. To do it, add: --yes");
    }
    return code;
  }

  private void print(BackupSet set, Pruning preview) {
    var out = invocation.out();
    out.line(
        Tone.STRONG,
        set.name()
            + ": "
            + preview.going().size()
            + " of "
            + preview.fates().size()
            + " go, "
            + Words.bytes(preview.frees()));
    var table = new Columns("BACKUP", "FATE");
    for (var fate : preview.fates()) {
      table.row(
          fate.point().id(), fate.goes() ? "goes" : "stays: " + String.join("; ", fate.keptBy()));
    }
    if (!preview.fates().isEmpty()) {
      table.print(out);
    }
  }

  private static Json json(BackupSet set, Pruning preview) {
    return new Json()
        .with("name", set.name())
        .with("frees", preview.frees())
        .with(
            "backups",
            preview.fates(),
            fate ->
                new Json()
                    .with("id", fate.point().id())
                    .with("goes", fate.goes())
                    .with("keptBy", fate.keptBy()));
  }
}
