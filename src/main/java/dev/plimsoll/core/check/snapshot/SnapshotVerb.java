package dev.plimsoll.core.check.snapshot;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.Severity;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes a set of rows out of a document, a data file or a program's output, and holds it against
/// the last release or another place.
public final class SnapshotVerb implements VerbDefinition<Snapshot> {
  private static final int MOST_NAMED = 50;

  @Override
  public String word() {
    return "snapshot";
  }

  @Override
  public Class<Snapshot> type() {
    return Snapshot.class;
  }

  @Override
  public @Nullable Snapshot read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(
          expect.at(), "'expect' does not apply to 'snapshot'.", "Say it under snapshot.");
    }
    return new SnapshotReader(findings).read(value);
  }

  @Override
  public Conclusion carryOut(Snapshot verb, StepContext context) throws InterruptedException {
    try {
      return Conclusion.of(judged(verb, context), verb.expected());
    } catch (Problem missing) {
      var finding = new Finding(Severity.ERROR, missing.where(), null, missing.next());
      return Conclusion.of(
          new Outcome.Unavailable("not readable", List.of(finding)), verb.expected());
    }
  }

  private static Outcome judged(Snapshot verb, StepContext context) throws InterruptedException {
    var gathered = new Gathered(context, verb.spelling());
    var rows = gathered.rows(verb.of());
    gathered.keep(rows);
    var clauses = new ArrayList<Clause>();
    clauses.add(enough(verb, rows));
    if (verb.kept() != null && !rows.isEmpty()) {
      clauses.addAll(gathered.kept(verb.of(), verb.kept(), rows));
    }
    if (verb.equals() != null) {
      var other = verb.equals().other();
      clauses.add(
          new EqualJudgement(
                  verb.of().words(), other.words(), verb.spelling(), verb.equals().byMembers())
              .judge(rows, gathered.rows(other)));
    }
    if (verb.shape().filled()) {
      clauses.add(filled(rows));
    }
    if (!verb.shape().exist().isEmpty()) {
      clauses.add(exist(verb, rows, new RepositoryPaths(context.subject().root())));
    }
    return Clause.outcome(clauses);
  }

  private static Clause enough(Snapshot verb, List<SnapshotRow> rows) {
    var counted = rows.size() + (rows.size() == 1 ? " row" : " rows");
    return rows.size() >= verb.shape().atLeast()
        ? Clause.held(counted)
        : Clause.broken(
            counted,
            Finding.error(
                "Expected at least "
                    + verb.shape().atLeast()
                    + " in "
                    + verb.of().words()
                    + ", saw "
                    + rows.size()
                    + "."));
  }

  private static Clause filled(List<SnapshotRow> rows) {
    if (!rows.isEmpty() && rows.stream().allMatch(row -> row.columns().isEmpty())) {
      return Clause.unclear(
          "no cell to look at",
          Finding.error(
              "The rows have no columns that could be empty.",
              rows.getFirst().at(),
              "Leave out 'filled', or read a table."));
    }
    var empty = new ArrayList<Finding>();
    for (var row : rows) {
      row.columns()
          .forEach((column, value) -> {
            if (value.isBlank()) {
              empty.add(
                  Finding.error(
                      row.name() + " has nothing under " + column + ".",
                      row.at(),
                      "Fill it in; write all or n/a where that is meant."));
            }
          });
    }
    return empty.isEmpty()
        ? Clause.held("no empty cell")
        : Clause.broken(
            empty.size() + " empty", empty.subList(0, Math.min(MOST_NAMED, empty.size())));
  }

  private static Clause exist(Snapshot verb, List<SnapshotRow> rows, RepositoryPaths paths) {
    var missing = new ArrayList<Finding>();
    var seen = 0;
    for (var row : rows) {
      for (var column : verb.shape().exist()) {
        for (var path : Spelling.TEXT.parts(row.value(column))) {
          if (path.equalsIgnoreCase("n/a")) {
            continue;
          }
          seen++;
          if (RepositoryPaths.flaw(path) != null || !Files.exists(paths.inside(path))) {
            missing.add(
                Finding.error(
                    row.name() + " names " + path + ", which is not there.",
                    row.at(),
                    "Correct the path, or add the file."));
          }
        }
      }
    }
    for (var column : verb.shape().exist()) {
      if (rows.stream().noneMatch(row -> row.hasColumn(column))) {
        return Clause.broken(
            "no path named",
            new Finding(
                Severity.ERROR,
                "No row has anything called " + column + ".",
                null,
                "Correct 'exist'."));
      }
    }
    if (seen == 0) {
      return Clause.broken(
          "no path named",
          Finding.error("Nothing stands under " + String.join(", ", verb.shape().exist()) + "."));
    }
    return missing.isEmpty()
        ? Clause.held(seen + " paths exist")
        : Clause.broken(
            missing.size() + " of " + seen + " paths missing",
            missing.subList(0, Math.min(MOST_NAMED, missing.size())));
  }
}
