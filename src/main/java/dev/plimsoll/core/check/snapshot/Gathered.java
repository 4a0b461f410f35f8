package dev.plimsoll.core.check.snapshot;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.git.ReleaseTags;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.check.paths.RepositoryText;
import dev.plimsoll.core.check.pattern.PatternTemplate;
import dev.plimsoll.core.check.process.Ending;
import dev.plimsoll.core.check.process.Launch;
import dev.plimsoll.core.check.process.ProcessRun;
import dev.plimsoll.core.check.snapshot.KeptJudgement.Approval;
import dev.plimsoll.core.check.snapshot.Snapshot.Approvals;
import dev.plimsoll.core.check.snapshot.Snapshot.Kept;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.release.TagRule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads rows: now, and as they were.
record Gathered(StepContext context, Spelling spelling) {
  private static final String ISO_DATE = "\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])\\b.*";

  /// @throws Problem where they cannot be read
  List<SnapshotRow> rows(Source source) throws InterruptedException {
    var reader = new RowReader(spelling);
    if (source instanceof Source.Printed printed) {
      return reader.rows(resolved(printed), "output", printed(printed));
    }
    var file = context.variables().resolve(String.valueOf(source.file()));
    var paths = new RepositoryPaths(context.subject().root());
    return reader.rows(resolved(source), file, RepositoryText.read(paths, file));
  }

  /// With the variables of its regular expression in place.
  private Source resolved(Source source) {
    return switch (source) {
      case Source.Lines(var file, var matches) when matches != null ->
          new Source.Lines(file, PatternTemplate.resolved(matches, context.variables()));
      case Source.Printed(var program, var matches) when matches != null ->
          new Source.Printed(program, PatternTemplate.resolved(matches, context.variables()));
      case Source.Table _, Source.Tree _, Source.Lines _, Source.Printed _ -> source;
    };
  }

  private String printed(Source.Printed source) throws InterruptedException {
    var words = source.program().stream().map(context.variables()::resolve).toList();
    var place = context.workplace();
    var ending =
        new ProcessRun(context.tap(), new Redactor(place.secrets(), Set.of()))
            .run(new Launch(words, context.subject().root(), place.environment(), place.timeout()));
    return switch (ending) {
      case Ending.Exited(var code, _, var out, _, _) when code == 0 && out.isWhole() -> out.text();
      case Ending.Exited(var code, _, _, _, _) ->
          throw Problem.of(
              RowReader.INTENT,
              words.getFirst()
                  + (code == 0 ? " printed too much." : " ended with exit code " + code + "."),
              "Run it in a terminal, and correct it.");
      case Ending.TimedOut _ ->
          throw Problem.of(
              RowReader.INTENT, words.getFirst() + " took too long.", "Give the step more time.");
      case Ending.NotStarted(var reason, var next) ->
          throw Problem.of(RowReader.INTENT, reason, next);
    };
  }

  /// What became of earlier rows.
  List<Clause> kept(Source source, Kept kept, List<SnapshotRow> rows) throws InterruptedException {
    var approvals =
        kept.approvals() == null ? Map.<String, Approval>of() : approved(kept.approvals());
    if (kept.against() != null) {
      return new KeptJudgement(kept.key(), spelling, kept.against().words(), approvals)
          .judge(rows(kept.against()), rows, source.words());
    }
    var file = context.variables().resolve(String.valueOf(source.file()));
    try (var repository = GitRepository.open(context.subject().root())) {
      var rule = TagRule.of(context.subject().project().rules().version());
      var last = ReleaseTags.last(repository, rule, context.subject().candidate().tag());
      if (last.isEmpty()) {
        return List.of(
            repository.isShallow()
                ? unclear(
                    "Older releases are not in this clone.", file, "git fetch --unshallow --tags")
                : first(kept, "There is no release before this one.", file));
      }
      var tag = last.get().tag();
      var earlier = repository.fileAt(tag, file, RepositoryText.LARGEST);
      if (earlier.isEmpty()) {
        return List.of(first(kept, file + " was not there in " + tag.name() + ".", file));
      }
      var text = RepositoryText.decoded(file + " in " + tag.name(), earlier.get());
      return new KeptJudgement(kept.key(), spelling, tag.name(), approvals)
          .judge(rowsAt(tag.name(), source, file, text), rows, file);
    }
  }

  private List<SnapshotRow> rowsAt(String tag, Source source, String file, String text) {
    try {
      return new RowReader(spelling).rows(resolved(source), file, text);
    } catch (Problem missing) {
      throw Problem.of(
          RowReader.INTENT,
          "At " + tag + ": " + missing.where(),
          "Compare with another file: against: FILE#place.",
          missing);
    }
  }

  private static Clause first(Kept kept, String sentence, String file) {
    return kept.firstAllowed()
        ? new Clause(
            Clause.Verdict.HELD,
            "nothing to compare with yet",
            List.of(Finding.note(sentence + " Nothing was compared.")))
        : unclear(
            sentence + " Nothing was compared.",
            file,
            "If that is right, say so in the checklist: first: allowed.");
  }

  private static Clause unclear(String sentence, String file, String next) {
    return Clause.unclear("not compared", Finding.error(sentence, Position.of(file), next));
  }

  /// Approvals that say who, when and where; others do not count.
  private Map<String, Approval> approved(Approvals approvals) throws InterruptedException {
    var found = new HashMap<String, Approval>();
    for (var row : rows(approvals.table())) {
      var who = row.value(approvals.who());
      var when = row.value(approvals.when());
      var ref = row.value(approvals.ref());
      if (!who.isBlank() && when.matches(ISO_DATE) && !ref.isBlank()) {
        found.put(
            spelling.normalised(row.value(approvals.item())),
            new Approval(who, when, ref, row.at()));
      }
    }
    return found;
  }

  /// Keeps what was compared as `rows.txt`: name, tab, what belongs to it.
  void keep(List<SnapshotRow> rows) {
    var text = new StringBuilder();
    rows.forEach(row -> text.append(row.name()).append('\t').append(belonging(row)).append('\n'));
    try {
      context
          .tap()
          .keep(
              "rows.txt",
              "text/plain; charset=utf-8",
              new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException full) {
      throw Problem.of(
          "Rows not kept",
          "rows.txt cannot be stored as evidence: " + full.getMessage() + ".",
          "See that the disk has space, and run the step again.",
          full);
    }
  }

  private static String belonging(SnapshotRow row) {
    return row.members().isEmpty()
        ? String.join(" | ", row.columns().values())
        : String.join(", ", row.members());
  }
}
