package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.check.Variables;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.ExpectationJudge;
import dev.plimsoll.core.check.expect.Fact;
import dev.plimsoll.core.check.expect.Verdict;
import dev.plimsoll.core.model.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is expected of the figures of an act.
record Expected(List<Expectation> expect, Variables variables) {

  /// @param facts by the word that asks for them
  List<Clause> clauses(Map<String, Fact> facts) {
    return expect.stream()
        .map(each -> each.resolved(variables::resolve, variables::resolve))
        .map(each -> clause(each, facts.get(each.query())))
        .toList();
  }

  private static Clause clause(Expectation expectation, @Nullable Fact fact) {
    if (fact == null) {
      return Clause.unclear(
          "cannot tell " + expectation,
          Finding.error("Nobody can tell " + expectation.query() + " of what was done."));
    }
    return switch (ExpectationJudge.judge(expectation, fact)) {
      case Verdict.Met _ -> Clause.held(expectation.toString());
      case Verdict.Missed(var sentence) ->
          Clause.broken("not " + expectation, Finding.error(sentence));
      case Verdict.Unclear(var sentence) -> Clause.unclear("cannot tell", Finding.error(sentence));
    };
  }
}
