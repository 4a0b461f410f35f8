package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.util.ArrayList;
import java.util.List;

/// Gathers what is wrong, the worst of which decides. Not thread-safe; one per conclusion.
final class Standing {
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> also = new ArrayList<>();
  private Weighing.Rank rank = Weighing.Rank.GOOD;
  private boolean warned;

  void add(Weighing.Rank other, List<Finding> more) {
    if (other.compareTo(rank) > 0) {
      rank = other;
    }
    findings.addAll(more);
  }

  void warn(Finding finding) {
    warned = true;
    findings.add(finding);
  }

  /// Something good that belongs into the observed line.
  void also(String observed) {
    also.add(observed);
  }

  boolean isGood() {
    return rank == Weighing.Rank.GOOD;
  }

  Outcome outcome(String observed, Redactor redactor) {
    var line = new StringBuilder(observed);
    also.forEach(more -> line.append("; ").append(more));
    var told =
        findings.stream()
            .map(finding ->
                new Finding(
                    finding.severity(),
                    redactor.redact(finding.message()),
                    finding.at(),
                    finding.next()))
            .toList();
    return switch (rank) {
      case GOOD ->
          warned
              ? new Outcome.Warned(line.toString(), told)
              : new Outcome.Passed(line.toString(), told);
      case NOBODY_KNOWS -> new Outcome.Inconclusive(line.toString(), told);
      case NOT_ASKED -> new Outcome.Unavailable(line.toString(), told);
      case FAILED -> new Outcome.Failed(line.toString(), told);
    };
  }
}
