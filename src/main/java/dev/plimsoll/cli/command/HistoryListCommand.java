package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Columns;
import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.history.History;
import dev.plimsoll.core.history.HistoryFilter;
import dev.plimsoll.core.history.Page;
import dev.plimsoll.core.history.RecordRow;
import dev.plimsoll.core.history.ReleaseRow;
import dev.plimsoll.core.history.RunRow;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists what was done, newest first.
@Command(
    name = "list",
    description =
        "List runs, releases or records, newest first; of every project, or of --project.",
    footer = {"", "Exit codes: 0 listed (perhaps nothing), 1 not readable."})
final class HistoryListCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Mixin HistoryWords words = new HistoryWords();

  @Option(names = "--limit", paramLabel = "N", description = "At most so many, 1 to 1000; 50.")
  int limit = 50;

  HistoryListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (limit < 1 || limit > Page.LARGEST) {
      throw new Misuse(
          "--limit is 1 to " + Page.LARGEST + ", not " + limit + ".",
          "For more, use: plimsoll history export");
    }
    try (var plimsoll = invocation.open()) {
      list(plimsoll);
    }
    return ExitCode.OK;
  }

  private void list(Plimsoll plimsoll) {
    var filter = words.filter(invocation, plimsoll);
    var history = plimsoll.history();
    switch (words.table) {
      case RELEASES -> releases(history, filter);
      case RUNS -> runs(history, filter);
      case RECORDS -> records(history, filter);
      case STEPS ->
          throw new Misuse(
              "Steps are not listed over all runs.",
              "Use: plimsoll history show RUN, or: plimsoll history export --table steps");
    }
  }

  private void runs(History history, HistoryFilter filter) {
    var rows = history.runs(filter, Page.first(limit));
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", ExitCode.OK)
              .with("count", history.countRuns(filter).words())
              .with("runs", rows, HistoryTelling::json));
      return;
    }
    var table = new Columns("RUN", "PRODUCT", "VERSION", "CHECKLIST", "STATE", "DECISION", "LAST");
    for (RunRow row : rows) {
      table.row(
          row.run(),
          row.release().product(),
          row.release().version(),
          row.checklist().id(),
          row.course().phase().name(),
          orDash(row.course().decision()),
          row.course().lastOn().toString());
    }
    print(table, rows);
  }

  private void releases(History history, HistoryFilter filter) {
    var rows = history.releases(filter, Page.first(limit));
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", ExitCode.OK)
              .with("count", history.countReleases(filter).words())
              .with("releases", rows, HistoryTelling::json));
      return;
    }
    var table = new Columns("PRODUCT", "VERSION", "TYPE", "OUTCOME", "RUNS", "TAG", "LAST");
    for (ReleaseRow row : rows) {
      table.row(
          row.product(),
          row.version(),
          orDash(row.type()),
          row.isOpen() ? "open" : orDash(row.made().outcome()),
          String.valueOf(row.course().runs()),
          orDash(row.made().tag()),
          row.course().lastOn().toString());
    }
    print(table, rows);
  }

  private void records(History history, HistoryFilter filter) {
    var rows = history.records(filter, Page.first(limit));
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", ExitCode.OK)
              .with("count", history.countRecords(filter).words())
              .with("records", rows, HistoryTelling::json));
      return;
    }
    var table = new Columns("PRODUCT", "VERSION", "OUTCOME", "SIGNED", "BY", "RECORD");
    for (RecordRow row : rows) {
      table.row(
          row.product(),
          row.version(),
          row.outcome(),
          row.signedOn().toString(),
          String.join(", ", row.signers()),
          row.sha256());
    }
    print(table, rows);
  }

  private void print(Columns table, List<?> rows) {
    if (rows.isEmpty()) {
      invocation.out().line("Nothing yet.");
    } else {
      table.print(invocation.out());
    }
  }

  private static String orDash(@Nullable String text) {
    return text == null ? "-" : text;
  }
}
