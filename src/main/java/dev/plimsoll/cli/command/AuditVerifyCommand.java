package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.StoredLog;
import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.report.Examined;
import dev.plimsoll.core.audit.report.OwnPlace;
import dev.plimsoll.core.history.HistoryStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Walks audit logs from their first entry to their last.
@Command(
    name = "verify",
    description = {
      "Verify the project's own audit log, against the last checkpoint signed here.",
      "With FILE any audit log in JSON Lines: another system's by its recipe, or an export.",
      "With --history every log of a history file."
    },
    exitCodeOnExecutionException = ExitCode.OPEN,
    footer = {
      "",
      "A chain that the project names is held against the newest head known of it, and what comes",
      "out is recorded in the project's own log.",
      "",
      "  plimsoll audit verify data/audit/ops.jsonl",
      "  plimsoll audit verify ops.jsonl --recipe aetherlink --anchor 120:9f86d081884c7d65...",
      "  plimsoll audit verify ops.jsonl --report incident.pdf",
      "",
      "Exit codes: 0 proven, 1 failed, 2 could not tell, 3 proven with warnings."
    })
final class AuditVerifyCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A log in JSON Lines, or the name of a chain of the project.")
  @Nullable Path file;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "A history file; nothing is written to it.")
  @Nullable Path history;

  @Option(
      names = "--recipe",
      paramLabel = "NAME|FILE",
      description = {
        "How FILE is chained: a recipe's name or its file.",
        "By default that of the project, else the one that fits."
      })
  @Nullable String recipe;

  @Option(
      names = "--anchor",
      paramLabel = "N:HEX|last-seen|last-record|none",
      description = {
        "What FILE is held against: entries and head that somebody kept,",
        "or what this project knows of it (last-seen by default)."
      })
  @Nullable String anchor;

  @Option(
      names = "--copy-aside",
      paramLabel = "DIR",
      arity = "0..1",
      fallbackValue = "",
      description = {
        "Copy FILE as it is where it is broken: into DIR,",
        "or into Plimsoll's home. Nothing is overwritten."
      })
  @Nullable String aside;

  @Option(
      names = "--report",
      paramLabel = "FILE.pdf|FILE.txt",
      description = {
        "Write what came out as a report, for the incident or the file:",
        "a PDF or plain text, by the name's ending. Nothing is overwritten."
      })
  @Nullable Path report;

  @Option(names = "--no-record", description = "Write nothing into the project's own log.")
  boolean unrecorded;

  @Mixin PinOptions pins = new PinOptions();

  AuditVerifyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (file != null && history != null) {
      throw new Misuse("FILE and --history name two things.", "Give one of them.");
    }
    if (file == null && (recipe != null || anchor != null || aside != null)) {
      throw new Misuse("--recipe, --anchor and --copy-aside are about a FILE.", "Name the file.");
    }
    if (report != null && history != null) {
      throw new Misuse(
          "--report is about one log, --history about several.",
          "Export the log and verify the export.");
    }
    var reported = new ReportFile(invocation, report);
    if (file != null) {
      return new FileVerification(
              invocation,
              new FileVerification.Wishes(recipe, anchor, aside, !unrecorded, pins),
              reported)
          .verify(file);
    }
    return told(
        history == null ? ofProject(reported) : ofHistory(invocation.path(history)), reported);
  }

  private int told(List<ToldChain> verified, ReportFile reported) {
    var code = ExitCode.worst(verified.stream().map(ToldChain::exit).toList());
    if (invocation.isJson()) {
      invocation.say(
          new Json()
              .with("exit", code)
              .with("logs", verified, ChainTelling::json)
              .with("report", verified.isEmpty() ? null : reported.name()));
    } else {
      verified.forEach(each -> ChainTelling.print(each, invocation.out()));
      if (verified.isEmpty()) {
        invocation.out().line("There is no audit log yet; the first run begins it.");
      }
    }
    return code;
  }

  private List<ToldChain> ofProject(ReportFile reported) {
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      return project.log().map(log -> ofProject(log, project, reported)).stream().toList();
    }
  }

  private static String product(OpenProject project) {
    return String.valueOf(project.root().getFileName());
  }

  private ToldChain ofProject(StoredLog log, OpenProject project, ReportFile reported) {
    var known = pins.ofProject(invocation, project);
    var verdict = run(ChainLines.of(log.lines()), known);
    pins.keep(invocation, ChainLines.of(log.lines()), verdict);
    if (reported.isWanted()) {
      reported.own(
          Examined.stored("the audit log of " + product(project)),
          known,
          verdict,
          OwnPlace.in(log.lines()));
    }
    return ToldChain.own(log.project(), verdict);
  }

  private static List<ToldChain> ofHistory(Path file) {
    try (var store = HistoryStore.openReadOnly(file)) {
      return store.logs().stream()
          .map(log ->
              ToldChain.own(log.project(), run(ChainLines.of(store.log(log)), Known.NOTHING)))
          .toList();
    }
  }

  private static ChainVerdict run(ChainLines lines, Known known) {
    return new ChainVerification(lines, known).run();
  }
}
