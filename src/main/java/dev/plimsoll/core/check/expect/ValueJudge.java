package dev.plimsoll.core.check.expect;

import dev.plimsoll.core.check.expect.Expectation.Spelling;
import dev.plimsoll.core.check.json.JsonValue;
import dev.plimsoll.core.check.text.BoundedPattern;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds assertions against nodes of JSON. A value is one node: none and several are no value,
/// whatever is asked of it, negated or not.
record ValueJudge(Expectation expectation) {

  Verdict judge(Fact.Nodes nodes) {
    var values = nodes.values();
    if (expectation.predicate() == Predicate.EXISTS) {
      return verdict(!values.isEmpty(), nodes(values.size()));
    }
    if (values.size() != 1) {
      return missed(nodes(values.size()));
    }
    var value = values.getFirst();
    return switch (expectation.predicate()) {
      case EQUALS -> verdict(equal(value), shown(value));
      case DIFFERS -> verdict(!equal(value), shown(value));
      case LESS, AT_MOST, MORE, AT_LEAST -> ordered(value);
      case CONTAINS, INCLUDES -> contains(value);
      case STARTS_WITH, ENDS_WITH, MATCHES -> wording(value);
      case IS_EMPTY -> empty(value);
      case IS_INTEGER ->
          verdict(value instanceof JsonValue.Number number && number.isInteger(), shown(value));
      case IS_STRING -> verdict(value instanceof JsonValue.Text, shown(value));
      case IS_BOOLEAN -> verdict(value instanceof JsonValue.Truth, shown(value));
      case IS_COLLECTION ->
          verdict(
              value instanceof JsonValue.Elements || value instanceof JsonValue.Members,
              shown(value));
      case EXISTS, FITS_SCHEMA ->
          throw new IllegalStateException(expectation + " is no assertion about a value");
    };
  }

  private boolean equal(JsonValue value) {
    var wanted = expectation.value();
    var spelling = expectation.spelling();
    return switch (value) {
      case JsonValue.Text(var text, _) ->
          (spelling != Spelling.PLAIN || isText(wanted)) && text.equals(wanted);
      case JsonValue.Number(var number, _) -> {
        var other = spelling == Spelling.QUOTED ? null : ExpectationFlaw.number(wanted);
        yield other != null && number.compareTo(other) == 0;
      }
      case JsonValue.Truth(var truth, _) ->
          spelling != Spelling.QUOTED && wanted.equals(Boolean.toString(truth));
      case JsonValue.Nothing _ -> spelling != Spelling.QUOTED && wanted.equals("null");
      case JsonValue.Elements _, JsonValue.Members _ -> false;
    };
  }

  private static boolean isText(String wanted) {
    return ExpectationFlaw.number(wanted) == null
        && !List.of("true", "false", "null").contains(wanted);
  }

  private Verdict ordered(JsonValue value) {
    var limit = ExpectationFlaw.number(expectation.value());
    if (limit == null) {
      return ExpectationJudge.unclear(expectation, "'" + expectation.value() + "' is no number");
    }
    return value instanceof JsonValue.Number(var number, _)
        ? verdict(expectation.predicate().satisfiedBy(number.compareTo(limit)), shown(number))
        : missed(shown(value));
  }

  private static String shown(BigDecimal number) {
    return number.toString();
  }

  private Verdict contains(JsonValue value) {
    return switch (value) {
      case JsonValue.Elements(var elements, _) ->
          verdict(elements.stream().anyMatch(this::equal), shown(value));
      case JsonValue.Text(var text, _) ->
          verdict(
              expectation.predicate() == Predicate.CONTAINS
                  ? text.contains(expectation.value())
                  : text.lines().anyMatch(expectation.value()::equals),
              shown(value));
      default -> missed(shown(value));
    };
  }

  private Verdict wording(JsonValue value) {
    if (!(value instanceof JsonValue.Text(var text, _))) {
      return missed(shown(value));
    }
    var wanted = expectation.value();
    @Nullable Boolean holds =
        switch (expectation.predicate()) {
          case STARTS_WITH -> text.startsWith(wanted);
          case ENDS_WITH -> text.endsWith(wanted);
          default ->
              switch (BoundedPattern.of(wanted).find(text)) {
                case BoundedPattern.Search.Found _ -> true;
                case BoundedPattern.Search.Absent _ -> false;
                case BoundedPattern.Search.GaveUp _ -> null;
              };
        };
    return holds == null
        ? ExpectationJudge.unclear(expectation, "the regular expression takes too long on this")
        : verdict(holds, shown(value));
  }

  private Verdict empty(JsonValue value) {
    return switch (value) {
      case JsonValue.Text(var text, _) -> verdict(text.isBlank(), shown(value));
      case JsonValue.Elements(var elements, _) -> verdict(elements.isEmpty(), shown(value));
      case JsonValue.Members(var members, _) -> verdict(members.isEmpty(), shown(value));
      default -> missed(shown(value));
    };
  }

  private Verdict verdict(boolean holds, String seen) {
    return holds != expectation.not() ? new Verdict.Met() : missed(seen);
  }

  private Verdict missed(String seen) {
    return new Verdict.Missed("Expected " + expectation + ", saw " + seen + ".");
  }

  static String nodes(int count) {
    return count == 1 ? "1 node" : count + " nodes";
  }

  static String shown(JsonValue value) {
    return switch (value) {
      case JsonValue.Text(var text, _) -> ExpectationJudge.shown(text);
      case JsonValue.Number(var number, _) -> shown(number);
      case JsonValue.Truth(var truth, _) -> Boolean.toString(truth);
      case JsonValue.Nothing _ -> "null";
      case JsonValue.Elements(var elements, _) -> "an array of " + elements.size();
      case JsonValue.Members(var members, _) -> "an object of " + members.size();
    };
  }
}
