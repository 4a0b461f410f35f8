package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Json;
import dev.plimsoll.cli.terminal.Mark;
import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Known;
import dev.plimsoll.core.audit.VerdictCode;
import dev.plimsoll.core.history.HistoryStore;
import dev.plimsoll.core.record.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Walks audit logs from their first entry to their last.
@Command(
    name = "verify",
    description = {
      "Verify the project's own audit log, against the last checkpoint signed here.",
      "With --history every log of a history file, with FILE an export (JSON Lines)."
    },
    exitCodeOnExecutionException = ExitCode.OPEN,
    footer = {"", "Exit codes: 0 proven, 1 failed, 2 could not tell, 3 proven with warnings."})
final class AuditVerifyCommand implements Callable<Integer> {
  private final Invocation invocation;

  @Parameters(paramLabel = "FILE.jsonl", arity = "0..1", description = "An exported log.")
  @Nullable Path export;

  @Option(
      names = "--history",
      paramLabel = "FILE",
      description = "A history file; nothing is written to it.")
  @Nullable Path history;

  private record Verified(String log, ChainVerdict verdict) {}

  AuditVerifyCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    if (export != null && history != null) {
      throw new Misuse("FILE and --history name two things.", "Give one of them.");
    }
    var verified = verify();
    var code = ExitCode.worst(verified.stream().map(each -> ExitCode.of(each.verdict())).toList());
    if (invocation.isJson()) {
      invocation.say(
          new Json().with("exit", code).with("logs", verified, AuditVerifyCommand::json));
    } else {
      verified.forEach(this::print);
      if (verified.isEmpty()) {
        invocation.out().line("There is no audit log yet; the first run begins it.");
      }
    }
    return code;
  }

  private List<Verified> verify() {
    if (export != null) {
      return List.of(
          new Verified(
              export.toString(), run(ChainLines.of(invocation.path(export)), Known.NOTHING)));
    }
    if (history != null) {
      return ofHistory(invocation.path(history));
    }
    try (var plimsoll = invocation.open();
        var project = invocation.project(plimsoll)) {
      return project
          .log()
          .map(log -> new Verified(log.project(), run(ChainLines.of(log.lines()), log.known())))
          .stream()
          .toList();
    }
  }

  private static List<Verified> ofHistory(Path file) {
    try (var store = HistoryStore.openReadOnly(file)) {
      return store.logs().stream()
          .map(
              log -> new Verified(log.project(), run(ChainLines.of(store.log(log)), Known.NOTHING)))
          .toList();
    }
  }

  private static ChainVerdict run(ChainLines lines, Known known) {
    return new ChainVerification(lines, known).run();
  }

  private void print(Verified verified) {
    var out = invocation.out();
    var level =
        switch (ExitCode.of(verified.verdict())) {
          case ExitCode.OK -> Verdict.Level.PROVEN;
          case ExitCode.WARNED -> Verdict.Level.PROVEN_WITH_WARNINGS;
          case ExitCode.NO -> Verdict.Level.FAILED;
          default -> Verdict.Level.COULD_NOT_TELL;
        };
    out.headline(Mark.of(level), verified.log());
    switch (verified.verdict()) {
      case ChainVerdict.Whole whole -> {
        out.line("  " + whole.sentence());
        out.line(Tone.FAINT, "  head " + whole.head() + ", root " + whole.rootHash());
        whole
            .remarks()
            .forEach(remark -> out.line("  " + remark.code() + ": " + remark.sentence()));
      }
      case ChainVerdict.Broken broken ->
          out.line("  " + broken.code() + " at entry " + broken.seq() + ": " + broken.sentence());
      case ChainVerdict.CouldNotTell open -> out.line("  " + open.sentence());
    }
  }

  private static Json json(Verified verified) {
    var json =
        new Json()
            .with("log", verified.log())
            .with("exit", ExitCode.of(verified.verdict()))
            .with("sentence", verified.verdict().sentence());
    return switch (verified.verdict()) {
      case ChainVerdict.Whole whole ->
          place(json, null, null)
              .with("entries", whole.entries())
              .with("genesis", whole.genesis())
              .with("head", whole.head())
              .with("rootHash", whole.rootHash())
              .with("remarks", whole.remarks(), AuditVerifyCommand::json);
      case ChainVerdict.Broken broken -> nothing(place(json, broken.code(), broken.seq()));
      case ChainVerdict.CouldNotTell _ -> nothing(place(json, null, null));
    };
  }

  private static Json place(Json json, @Nullable VerdictCode code, @Nullable Long seq) {
    return json.with("code", code == null ? null : code.name()).with("firstBad", seq);
  }

  private static Json nothing(Json json) {
    return json.with("entries", null)
        .with("genesis", null)
        .with("head", null)
        .with("rootHash", null)
        .with("remarks", List.of());
  }

  private static Json json(ChainVerdict.Remark remark) {
    return new Json()
        .with("code", remark.code().name())
        .with("seq", remark.seq())
        .with("sentence", remark.sentence());
  }
}
