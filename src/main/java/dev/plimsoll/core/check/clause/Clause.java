package dev.plimsoll.core.check.clause;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/// One clause of a judgement.
///
/// @param verdict what it came to
/// @param observed what was seen, a few words: `working tree clean`
/// @param findings the places behind it
public record Clause(Verdict verdict, String observed, List<Finding> findings) {
  public Clause {
    findings = List.copyOf(findings);
  }

  /// In order of weight.
  public enum Verdict {
    HELD,
    DOUBTFUL,
    UNCLEAR,
    BROKEN
  }

  public static Clause held(String observed) {
    return new Clause(Verdict.HELD, observed, List.of());
  }

  /// Holds, but somebody should look at it.
  public static Clause doubtful(String observed, List<Finding> findings) {
    return new Clause(Verdict.DOUBTFUL, observed, findings);
  }

  public static Clause unclear(String observed, Finding finding) {
    return new Clause(Verdict.UNCLEAR, observed, List.of(finding));
  }

  public static Clause broken(String observed, Finding finding) {
    return broken(observed, List.of(finding));
  }

  public static Clause broken(String observed, List<Finding> findings) {
    return new Clause(Verdict.BROKEN, observed, findings);
  }

  /// The outcome of all clauses together: the heaviest decides, and only clauses of its weight are
  /// named. No clause at all is inconclusive: nothing was looked at.
  public static Outcome outcome(List<Clause> clauses) {
    var worst = clauses.stream().map(Clause::verdict).max(Verdict::compareTo);
    if (worst.isEmpty()) {
      return new Outcome.Inconclusive("nothing was checked");
    }
    var decisive = worst.get() == Verdict.DOUBTFUL ? Verdict.HELD : worst.get();
    var observed =
        clauses.stream()
            .filter(clause -> clause.verdict().compareTo(decisive) >= 0)
            .map(Clause::observed)
            .collect(Collectors.joining("; "));
    var findings = clauses.stream().flatMap(clause -> clause.findings().stream()).toList();
    return switch (worst.get()) {
      case HELD -> new Outcome.Passed(observed, findings);
      case DOUBTFUL -> new Outcome.Warned(observed, findings);
      case UNCLEAR -> new Outcome.Inconclusive(observed, findings);
      case BROKEN -> new Outcome.Failed(observed, findings);
    };
  }
}
