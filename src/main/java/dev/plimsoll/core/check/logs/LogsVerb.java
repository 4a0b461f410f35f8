package dev.plimsoll.core.check.logs;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds every line of a log against what a line must have.
public final class LogsVerb implements VerbDefinition<LogRules> {
  @Override
  public String word() {
    return "logs";
  }

  @Override
  public Class<LogRules> type() {
    return LogRules.class;
  }

  @Override
  public @Nullable LogRules read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(expect.at(), "'expect' does not apply to 'logs'.", "Say it under logs.");
    }
    return new LogRulesReader(findings).read(value);
  }

  @Override
  public Conclusion carryOut(LogRules verb, StepContext context) throws InterruptedException {
    var expected = verb.expected();
    var paths = new RepositoryPaths(context.subject().root());
    var patterns = verb.files().stream().map(context.variables()::resolve).toList();
    var files =
        patterns.stream().flatMap(glob -> paths.matching(glob).stream()).distinct().toList();
    if (files.isEmpty()) {
      return Conclusion.of(
          new Outcome.Unavailable(
              "no log",
              List.of(
                  new Finding(
                      Severity.ERROR,
                      "No file matches " + String.join(", ", patterns) + ".",
                      null,
                      "Correct the pattern, or write the log first."))),
          expected);
    }
    var reading = new LogReading(verb.fields());
    var clauses = new ArrayList<Clause>();
    for (var glob : patterns) {
      if (paths.matching(glob).isEmpty()) {
        clauses.add(
            Clause.unclear(
                "no " + glob,
                new Finding(
                    Severity.ERROR,
                    "No file matches " + glob + ".",
                    null,
                    "Correct the pattern, or write the log first.")));
      }
    }
    for (var file : files) {
      try {
        reading.read(file, paths.shown(file));
      } catch (IOException unreadable) {
        clauses.add(
            Clause.unclear(
                "not readable", Finding.error(paths.shown(file) + " cannot be read to its end.")));
      }
    }
    var observed =
        reading.lines()
            + (reading.lines() == 1 ? " line in " : " lines in ")
            + files.size()
            + (files.size() == 1 ? " file" : " files");
    var findings = reading.findings();
    clauses.add(findings.isEmpty() ? Clause.held(observed) : Clause.broken(observed, findings));
    if (reading.lines() < verb.atLeast()) {
      clauses.add(
          Clause.broken(
              "too few lines",
              Finding.error(
                  "Expected at least " + verb.atLeast() + " lines, saw " + reading.lines() + ".")));
    }
    return Conclusion.of(Clause.outcome(clauses), expected);
  }
}
