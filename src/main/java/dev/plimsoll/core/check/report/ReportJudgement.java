package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.ExpectationJudge;
import dev.plimsoll.core.check.expect.Verdict;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Judges figures. A report that holds nothing never passes; one that cannot be read, or is older
/// than the run, leaves open what it would say.
///
/// @param report with its variables resolved
record ReportJudgement(Report report) {
  private static final int MOST_NAMED = 50;

  Outcome judge(ReportFacts facts) {
    if (facts.files() == 0) {
      var sentence = "No file matches " + String.join(", ", report.files()) + ".";
      return new Outcome.Unavailable(
          "no " + report.how().title(),
          List.of(
              new Finding(
                  Severity.ERROR,
                  sentence,
                  null,
                  "Correct the pattern, or run what writes the report first.")));
    }
    var broken = new ArrayList<Finding>();
    var doubts = new ArrayList<Finding>();
    if (facts.areWhole()) {
      tooFew(facts.reading(), broken);
    }
    if (!facts.reading().isOfNothing()) {
      expectations(facts.reading(), broken, doubts);
    }
    var findings = new ArrayList<>(broken);
    named(facts.reading(), findings);
    findings.addAll(doubts);
    findings.addAll(facts.malformed());
    nameStale(facts, findings);
    var observed = observed(facts);
    if (!broken.isEmpty()) {
      return new Outcome.Failed(observed, findings);
    }
    if (!facts.areWhole() || !doubts.isEmpty()) {
      return new Outcome.Inconclusive(observed, findings);
    }
    var flaky = facts.reading().count(TestFormat.FLAKY);
    if (flaky > 0) {
      findings.add(Finding.warning(flaky + " passed only when tried again."));
      return new Outcome.Warned(observed, findings);
    }
    return new Outcome.Passed(observed, findings);
  }

  private void tooFew(Reading reading, List<Finding> broken) {
    report
        .atLeast()
        .forEach((figure, least) -> {
          var seen = reading.count(figure);
          if (seen < least) {
            broken.add(Finding.error(tooFew(figure, least, seen)));
          }
        });
  }

  private String tooFew(String figure, int least, long seen) {
    var counted = report.how().counted();
    if (counted == null || !counted.figure().equals(figure)) {
      return "Expected at least " + least + " " + figure + ", saw " + seen + ".";
    }
    return seen == 0
        ? "The reports hold no " + counted.one() + " at all."
        : "Expected at least " + counted.words(least) + ", saw " + seen + ".";
  }

  private void expectations(Reading reading, List<Finding> broken, List<Finding> doubts) {
    for (var expectation : report.expect()) {
      var figure = reading.figure(expectation.query());
      if (figure == null) {
        doubts.add(
            Finding.error(
                "Cannot tell whether "
                    + expectation
                    + ": the "
                    + report.how().title()
                    + " does not say it."));
        continue;
      }
      switch (ExpectationJudge.judge(expectation, figure.fact())) {
        case Verdict.Met _ -> {}
        case Verdict.Missed(var sentence) -> broken.add(Finding.error(sentence));
        case Verdict.Unclear(var sentence) -> doubts.add(Finding.error(sentence));
      }
    }
    doubts.addAll(reading.doubts());
    var spoken = report.expect().stream().map(Expectation::query).collect(Collectors.toSet());
    doubts.addAll(report.how().doubts(reading, spoken));
  }

  private static void named(Reading reading, List<Finding> findings) {
    reading.named().stream().limit(MOST_NAMED).forEach(findings::add);
    var more = reading.named().size() - MOST_NAMED;
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

  private String observed(ReportFacts facts) {
    var stale = facts.stale().isEmpty() ? "" : "; " + facts.stale().size() + " too old to count";
    var malformed =
        facts.malformed().isEmpty() ? "" : "; " + facts.malformed().size() + " not readable";
    var words =
        facts.reading().isOfNothing() ? "nothing read" : report.how().words(facts.reading());
    return words + stale + malformed;
  }
}
