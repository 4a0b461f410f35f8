package dev.plimsoll.core.check.sql;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.ExpectationJudge;
import dev.plimsoll.core.check.expect.Verdict;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Judges rows.
///
/// @param expect with their variables resolved
/// @param redact masks secrets in what is said
record SqlJudgement(List<Expectation> expect, UnaryOperator<String> redact) {

  /// @param rows null where the query took too long
  Outcome judge(@Nullable SqlRows rows) {
    if (rows == null) {
      return new Outcome.Inconclusive("the query took too long and was stopped");
    }
    if (!rows.isAll()) {
      return new Outcome.Inconclusive(
          "more than " + rows.count() + " rows",
          List.of(
              Finding.error(
                  "The query gives more than "
                      + rows.count()
                      + " rows. Let the database count, or raise maxRows.")));
    }
    var clauses = new ArrayList<Clause>();
    clauses.add(Clause.held(rows.count() + (rows.count() == 1 ? " row" : " rows")));
    for (var expectation : expect) {
      clauses.add(
          switch (ExpectationJudge.judge(expectation, rows.of(expectation.query()))) {
            case Verdict.Met _ -> Clause.held(redact.apply(expectation.toString()));
            case Verdict.Missed(var sentence) ->
                Clause.broken(
                    "not " + redact.apply(expectation.toString()),
                    Finding.error(redact.apply(sentence)));
            case Verdict.Unclear(var sentence) ->
                Clause.unclear("cannot tell", Finding.error(redact.apply(sentence)));
          });
    }
    return Clause.outcome(clauses);
  }
}
