package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.ExpectationJudge;
import dev.plimsoll.core.check.expect.Verdict;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// Judges totals. Zero tests never pass; a report that cannot be read, or is older than the run,
/// leaves open what it would say.
record ReportJudgement(List<String> patterns, int atLeast, List<Expectation> expect) {
  private static final int MOST_NAMED = 50;

  Outcome judge(ReportFacts facts) {
    if (facts.files() == 0) {
      var sentence = "No file matches " + String.join(", ", patterns) + ".";
      return new Outcome.Unavailable(
          "no test report",
          List.of(
              new Finding(
                  Severity.ERROR, sentence, null, "Correct the pattern, or run the tests first.")));
    }
    var findings = new ArrayList<Finding>();
    var failed = isFailed(facts, findings);
    nameBroken(facts.totals(), findings);
    findings.addAll(facts.malformed());
    nameStale(facts, findings);
    var observed = observed(facts);
    if (failed) {
      return new Outcome.Failed(observed, findings);
    }
    if (!facts.malformed().isEmpty() || !facts.stale().isEmpty()) {
      return new Outcome.Inconclusive(observed, findings);
    }
    if (facts.totals().flaky() > 0) {
      findings.add(Finding.warning(facts.totals().flaky() + " passed only when tried again."));
      return new Outcome.Warned(observed, findings);
    }
    return new Outcome.Passed(observed, findings);
  }

  private boolean isFailed(ReportFacts facts, List<Finding> findings) {
    var totals = facts.totals();
    var nothingIsMissing = facts.malformed().isEmpty() && facts.stale().isEmpty();
    var failed = false;
    if (totals.tests() < atLeast && nothingIsMissing) {
      failed = true;
      findings.add(
          Finding.error(
              totals.tests() == 0
                  ? "The reports hold no test at all."
                  : "Expected at least " + atLeast + " tests, saw " + totals.tests() + "."));
    }
    for (var expectation : expect) {
      switch (ExpectationJudge.judge(expectation, facts.of(expectation.query()))) {
        case Verdict.Met _ -> {}
        case Verdict.Missed(var sentence) -> {
          failed = true;
          findings.add(Finding.error(sentence));
        }
        case Verdict.Unclear(var sentence) -> {
          failed = true;
          findings.add(Finding.error(sentence));
        }
      }
    }
    return failed;
  }

  private static void nameBroken(TestTotals totals, List<Finding> findings) {
    totals.broken().stream()
        .limit(MOST_NAMED)
        .forEach(broken -> {
          var said = broken.message().isEmpty() ? "." : ": " + broken.message();
          findings.add(
              new Finding(
                  Severity.ERROR, broken.name() + " " + broken.how() + said, broken.at(), null));
        });
    var more = totals.broken().size() - MOST_NAMED;
    if (more > 0) {
      findings.add(
          Finding.error(
              "And " + more + " more; all of them stand in the reports kept as evidence."));
    }
  }

  private static void nameStale(ReportFacts facts, List<Finding> findings) {
    if (!facts.stale().isEmpty()) {
      var first = facts.stale().getFirst();
      var others = facts.stale().size() - 1;
      findings.add(
          new Finding(
              Severity.ERROR,
              first
                  + (others == 0 ? " is" : " and " + others + " more are")
                  + " older than the program that should have written it.",
              null,
              "Delete old reports before the tests run, or make the program run every test."));
    }
  }

  private static String observed(ReportFacts facts) {
    var stale = facts.stale().isEmpty() ? "" : "; " + facts.stale().size() + " too old to count";
    var malformed =
        facts.malformed().isEmpty() ? "" : "; " + facts.malformed().size() + " not readable";
    return facts.totals().words() + stale + malformed;
  }
}
