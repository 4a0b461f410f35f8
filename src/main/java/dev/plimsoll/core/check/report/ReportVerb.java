package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.ExpectationReader;
import dev.plimsoll.core.check.expect.Predicate;
import dev.plimsoll.core.check.expect.QueryKind;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Glob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Adds up JUnit XML reports and holds them against what was expected. Unless the expectations
/// speak of them, there may be no failure and no error.
public final class ReportVerb implements VerbDefinition<Report> {
  private static final Map<String, QueryKind> QUERIES = queries();

  private static Map<String, QueryKind> queries() {
    var queries = new LinkedHashMap<String, QueryKind>();
    for (var query : List.of("tests", "passed", "failures", "errors", "skipped")) {
      queries.put(query, QueryKind.WHOLE_NUMBER);
    }
    return queries;
  }

  @Override
  public String word() {
    return "report";
  }

  @Override
  public Class<Report> type() {
    return Report.class;
  }

  @Override
  public @Nullable Report read(Node value, @Nullable Node expect, Findings findings) {
    var expectations = new ArrayList<>(new ExpectationReader(QUERIES, findings).read(expect));
    for (var query : List.of("failures", "errors")) {
      if (expectations.stream().noneMatch(expectation -> expectation.query().equals(query))) {
        expectations.add(new Expectation(query, null, false, false, Predicate.EQUALS, "0"));
      }
    }
    var fields = FieldReader.of(value, "'report'", findings);
    if (fields == null) {
      return null;
    }
    var junit = fields.texts("junit");
    if (junit.isEmpty()) {
      findings.error(
          fields.at("junit"), "No report is named here.", "Add junit: \"out/TEST-*.xml\"");
    }
    for (var glob : junit) {
      var flaw =
          RepositoryPaths.flaw(glob) == null ? Glob.mistake(glob) : RepositoryPaths.flaw(glob);
      if (flaw != null) {
        findings.error(fields.at("junit"), flaw, "Name files inside the repository.");
      }
    }
    var least = fields.fields("atLeast");
    var tests = least == null ? null : least.wholeNumber("tests", 1, Integer.MAX_VALUE);
    if (least != null) {
      least.done();
    }
    fields.done();
    return junit.isEmpty() ? null : new Report(junit, tests == null ? 1 : tests, expectations);
  }

  @Override
  public Conclusion carryOut(Report verb, StepContext context) {
    var variables = context.variables();
    var patterns = verb.junit().stream().map(variables::resolve).toList();
    var expect =
        verb.expect().stream()
            .map(expectation -> expectation.resolved(variables::resolve, variables::resolve))
            .toList();
    var facts = new ReportFiles(context).read(patterns);
    var resolved = new Report(patterns, verb.atLeast(), expect);
    return Conclusion.of(
        new ReportJudgement(patterns, verb.atLeast(), expect).judge(facts), resolved.expected());
  }
}
