package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.ExpectationJudge;
import dev.plimsoll.core.check.expect.Fact;
import dev.plimsoll.core.check.expect.Verdict;
import dev.plimsoll.core.model.Finding;
import java.util.List;
import java.util.Optional;

/// What is expected of the numbers of a chain.
record Expected(List<Expectation> expect, Variables variables) {

  /// @param grown entries since what it was held against, or empty where there was nothing
  List<Clause> clauses(long entries, Optional<Long> grown) {
    return expect.stream()
        .map(each -> each.resolved(variables::resolve, variables::resolve))
        .map(each ->
            each.query().equals("entries")
                ? clause(each, entries)
                : grown.map(more -> clause(each, more)).orElseGet(() -> unknown(each)))
        .toList();
  }

  private static Clause clause(Expectation expectation, long number) {
    return switch (ExpectationJudge.judge(expectation, new Fact.Whole(number))) {
      case Verdict.Met _ -> Clause.held(expectation.toString());
      case Verdict.Missed(var sentence) ->
          Clause.broken("not " + expectation, Finding.error(sentence));
      case Verdict.Unclear(var sentence) -> Clause.unclear("cannot tell", Finding.error(sentence));
    };
  }

  private static Clause unknown(Expectation expectation) {
    return Clause.unclear(
        "cannot tell " + expectation,
        Finding.error(
            "There is nothing to compare with, so nobody can say how much the chain has grown."));
  }
}
