package dev.plimsoll.core.check.command;

import dev.plimsoll.core.check.command.ExitCodes.Meaning;
import dev.plimsoll.core.check.expect.Bench;
import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.Verdict;
import dev.plimsoll.core.check.process.Ending;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Judges how a program ended. Of several reasons the worst one decides.
///
/// @param exit what exit codes mean, or null where only the expectations judge
/// @param expect with their variables resolved
/// @param bench judges them
/// @param places finds the lines of files that the output of a failed program points at
record CommandJudgement(
    @Nullable ExitCodes exit, List<Expectation> expect, Bench bench, PlacesInOutput places) {
  Outcome judge(Ending ending) {
    return switch (ending) {
      case Ending.NotStarted(var reason, var next) ->
          new Outcome.Unavailable(reason, List.of(new Finding(Severity.ERROR, reason, null, next)));
      case Ending.TimedOut timedOut ->
          new Outcome.Inconclusive(
              "did not end within " + words(timedOut.limit()) + " and was stopped");
      case Ending.Exited exited -> judge(exited);
    };
  }

  private Outcome judge(Ending.Exited exited) {
    var worst = exit == null ? Meaning.PASS : exit.meaning(exited.code());
    var findings = new ArrayList<>(exited.findings());
    if (worst == Meaning.PASS && hasWarning(findings)) {
      worst = Meaning.WARN;
    }
    var facts = new CommandFacts(exited);
    var verdicts =
        expect.stream()
            .flatMap(each -> bench.judge(each, facts.of(each.query())).stream())
            .toList();
    for (var verdict : verdicts) {
      switch (verdict) {
        case Verdict.Met _ -> {}
        case Verdict.Missed(var sentence) -> {
          worst = Meaning.FAIL;
          findings.add(Finding.error(sentence));
        }
        case Verdict.Unclear(var sentence) -> {
          worst = worst == Meaning.FAIL ? Meaning.FAIL : Meaning.INCONCLUSIVE;
          findings.add(Finding.error(sentence));
        }
      }
    }
    if (worst == Meaning.FAIL || worst == Meaning.WARN) {
      findings.addAll(places.in(exited.out().text(), exited.err().text()));
    }
    return outcome(worst, observed(exited), findings);
  }

  private static boolean hasWarning(List<Finding> findings) {
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.WARNING);
  }

  private static Outcome outcome(Meaning worst, String observed, List<Finding> findings) {
    return switch (worst) {
      case PASS -> new Outcome.Passed(observed, findings);
      case WARN -> new Outcome.Warned(observed, findings);
      case INCONCLUSIVE -> new Outcome.Inconclusive(observed, findings);
      case FAIL -> new Outcome.Failed(observed, findings);
    };
  }

  private String observed(Ending.Exited exited) {
    var code = exited.code();
    var counted = exit != null && exit.counted() && exit.meaning(code) == Meaning.FAIL;
    var failures = code == 1 ? " (1 failure)" : " (" + code + " failures)";
    return "exit code " + code + (counted ? failures : "") + " after " + words(exited.took());
  }

  private static String words(Duration duration) {
    var seconds = duration.toSeconds();
    if (seconds < 60) {
      return seconds < 1 ? duration.toMillis() + " ms" : seconds + " s";
    }
    var rest = seconds % 60;
    return seconds / 60 + " min" + (rest == 0 ? "" : " " + rest + " s");
  }
}
