package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.expect.Bench;
import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.Fact;
import dev.plimsoll.core.check.expect.Predicate;
import dev.plimsoll.core.check.expect.Verdict;
import dev.plimsoll.core.check.http.AnswerFacts.Seen;
import dev.plimsoll.core.check.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/// Holds what is expected against an answer as it came, and says what is missing without the
/// secrets that may be in it. Thread-safe.
///
/// @param expect with their variables resolved
/// @param bench holds them
/// @param redactor masks what is said
record AnswerJudge(List<Expectation> expect, Bench bench, Redactor redactor) {
  AnswerJudge {
    expect = List.copyOf(expect);
  }

  List<Verdict> judge(AnswerFacts facts) {
    var verdicts = new ArrayList<Verdict>();
    for (var expectation : expect) {
      if (!HttpReader.isOfAll(expectation.query())) {
        verdicts.addAll(judge(expectation, facts.of(expectation.query())));
      }
    }
    return verdicts;
  }

  private List<Verdict> judge(Expectation expectation, Seen seen) {
    return switch (seen) {
      case Seen.Missing(var why) ->
          List.of(new Verdict.Missed("Expected " + said(expectation) + ", and " + why + "."));
      case Seen.Unknown(var why) ->
          List.of(
              new Verdict.Unclear("Cannot tell whether " + said(expectation) + ": " + why + "."));
      case Seen.Of(var fact) -> judge(expectation, fact);
    };
  }

  /// Of all answers together, too.
  List<Verdict> judge(Expectation expectation, Fact fact) {
    if (expectation.query().startsWith("header ")
        && fact instanceof Fact.Nodes(var values, _)
        && values.isEmpty()
        && expectation.predicate() != Predicate.EXISTS) {
      return List.of(
          new Verdict.Missed(
              "Expected " + said(expectation) + ", and the answer has no such header."));
    }
    if (expectation.predicate() == Predicate.ENDS_WITH
        && fact instanceof Fact.Text(_, var whole)
        && !whole) {
      return List.of(
          new Verdict.Unclear(
              "Cannot tell whether " + said(expectation) + ": its end was not kept."));
    }
    var verdicts = bench.judge(expectation, fact);
    if (verdicts.stream().allMatch(Verdict.Met.class::isInstance)) {
      return verdicts;
    }
    var masked = masked(fact);
    var told = maskedExpectation(expectation);
    if (masked.equals(fact) && told.equals(expectation)) {
      return verdicts;
    }
    var again = bench.judge(told, masked);
    var isSame =
        again.stream().noneMatch(Verdict.Met.class::isInstance)
            && again.getFirst().getClass().equals(verdicts.getFirst().getClass());
    return isSame
        ? again
        : List.of(
            new Verdict.Missed(
                "Expected " + told + "; what was seen holds a secret and is not shown."));
  }

  private String said(Expectation expectation) {
    return redactor.redact(expectation.toString());
  }

  private Expectation maskedExpectation(Expectation expectation) {
    return expectation.resolved(redactor::redact, redactor::redact);
  }

  private Fact masked(Fact fact) {
    return switch (fact) {
      case Fact.Text(var text, var whole) -> new Fact.Text(redactor.redact(text), whole);
      case Fact.Nodes(var values, var onePlace) ->
          new Fact.Nodes(values.stream().map(this::masked).toList(), onePlace);
      case Fact.Whole _, Fact.Share _, Fact.Time _ -> fact;
    };
  }

  private JsonValue masked(JsonValue value) {
    return value instanceof JsonValue.Text(var text, var line)
        ? new JsonValue.Text(redactor.redact(text), line)
        : value;
  }
}
