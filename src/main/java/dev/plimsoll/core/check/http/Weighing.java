package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.expect.Verdict;
import dev.plimsoll.core.check.http.exchange.Answer;
import dev.plimsoll.core.check.http.exchange.Misfortune;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// What is wrong with one answer, and how badly. Stateless.
final class Weighing {
  private Weighing() {}

  /// How an answer stands, worst last.
  enum Rank {
    GOOD,
    NOBODY_KNOWS,
    NOT_ASKED,
    FAILED
  }

  static Rank rank(Tried tried) {
    return switch (tried.reply()) {
      case Misfortune misfortune ->
          switch (misfortune.kind().blame()) {
            case SERVICE -> Rank.FAILED;
            case NOBODY_KNOWS -> Rank.NOBODY_KNOWS;
            case NOT_ASKED -> Rank.NOT_ASKED;
          };
      case Answer _ -> rank(tried.verdicts());
    };
  }

  static Rank rank(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Passed _, Outcome.Warned _, Outcome.NotApplicable _ -> Rank.GOOD;
      case Outcome.Inconclusive _, Outcome.Interrupted _ -> Rank.NOBODY_KNOWS;
      case Outcome.Unavailable _ -> Rank.NOT_ASKED;
      case Outcome.Failed _ -> Rank.FAILED;
    };
  }

  static Rank rank(List<Verdict> verdicts) {
    var rank = Rank.GOOD;
    for (var verdict : verdicts) {
      rank =
          switch (verdict) {
            case Verdict.Met _ -> rank;
            case Verdict.Missed _ -> Rank.FAILED;
            case Verdict.Unclear _ -> rank == Rank.FAILED ? rank : Rank.NOBODY_KNOWS;
          };
    }
    return rank;
  }

  /// One for each thing that is wrong.
  ///
  /// @param before what stands in front of each sentence
  static List<Finding> findings(Tried tried, String before) {
    if (tried.reply() instanceof Misfortune misfortune) {
      return List.of(
          new Finding(Severity.ERROR, before + misfortune.sentence(), null, misfortune.next()));
    }
    var findings = findings(tried.verdicts(), before);
    return findings.isEmpty()
        ? List.of(Finding.error(before + "Status " + tried.status() + " is not what is expected."))
        : findings;
  }

  static List<Finding> findings(List<Verdict> verdicts, String before) {
    var findings = new ArrayList<Finding>();
    for (var verdict : verdicts) {
      switch (verdict) {
        case Verdict.Met _ -> {}
        case Verdict.Missed(var sentence) -> findings.add(Finding.error(before + sentence));
        case Verdict.Unclear(var sentence) -> findings.add(Finding.error(before + sentence));
      }
    }
    return findings;
  }
}
