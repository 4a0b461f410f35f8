package dev.plimsoll.core.check.expect;

import dev.plimsoll.core.check.json.JsonDocument;
import dev.plimsoll.core.check.json.JsonValue;
import dev.plimsoll.core.check.json.MalformedJsonException;
import dev.plimsoll.core.check.jsonpath.JsonPath;
import dev.plimsoll.core.check.jsonpath.JsonPathLimitException;
import dev.plimsoll.core.check.jsonpath.JsonPathSyntaxException;
import dev.plimsoll.core.check.jsonpath.Located;
import dev.plimsoll.core.check.text.BoundedPattern;
import java.util.ArrayList;
import java.util.List;

/// Makes of a fact what the filters of an assertion say.
record FilterChain(Expectation expectation) {
  private static final String TOO_MUCH = "there was so much of it that not all was kept";

  /// What is left of a fact.
  sealed interface Left {
    record Of(Fact fact) implements Left {}

    record Decided(Verdict verdict) implements Left {}
  }

  Left apply(Fact fact) {
    var left = fact;
    for (var filter : expectation.filters()) {
      switch (apply(filter, left)) {
        case Left.Of(var next) -> left = next;
        case Left.Decided decided -> {
          return decided;
        }
      }
    }
    return new Left.Of(left);
  }

  private Left apply(Filter filter, Fact fact) {
    return switch (filter) {
      case Filter.Path(var query) -> select(query, (Fact.Text) fact);
      case Filter.Count _ -> new Left.Of(new Fact.Whole(items((Fact.Nodes) fact).size()));
      case Filter.Nth(var index) -> {
        var items = items((Fact.Nodes) fact);
        yield new Left.Of(
            new Fact.Nodes(index < items.size() ? List.of(items.get(index)) : List.of(), true));
      }
      case Filter.Regex(var pattern, var group) -> extract(pattern, group, fact);
      case Filter.ToInt _ -> whole(fact);
      case Filter.ToText _ -> text(fact);
    };
  }

  /// The nodes; of one place that holds an array or an object, what is in it.
  private static List<JsonValue> items(Fact.Nodes nodes) {
    if (nodes.onePlace() && nodes.values().size() == 1) {
      return switch (nodes.values().getFirst()) {
        case JsonValue.Elements(var elements, _) -> elements;
        case JsonValue.Members(var members, _) -> new ArrayList<>(members.values());
        default -> nodes.values();
      };
    }
    return nodes.values();
  }

  private Left select(String query, Fact.Text fact) {
    if (!fact.whole()) {
      return unclear(TOO_MUCH);
    }
    try {
      var path = JsonPath.parse(query);
      var nodes = JsonDocument.parse(fact.text()).select(path);
      return new Left.Of(
          new Fact.Nodes(nodes.stream().map(Located::value).toList(), path.isSingular()));
    } catch (JsonPathSyntaxException wrong) {
      return unclear("'" + query + "' is no JSONPath query: " + strip(wrong.getMessage()));
    } catch (JsonPathLimitException costly) {
      return unclear(strip(String.valueOf(costly.getMessage())));
    } catch (MalformedJsonException malformed) {
      return missed(
          "it is no JSON: line "
              + malformed.line()
              + ", "
              + ExpectationJudge.shown(line(fact.text(), malformed.line()))
              + ". "
              + strip(malformed.getMessage()));
    }
  }

  static String line(String text, int line) {
    return text.lines().skip(line - 1L).findFirst().orElse("");
  }

  private Left extract(String pattern, int group, Fact fact) {
    var text = text(fact);
    if (!(text instanceof Left.Of(Fact.Text(var searched, var whole)))) {
      return text;
    }
    return switch (BoundedPattern.of(pattern).find(searched, group)) {
      case BoundedPattern.Search.Found found -> new Left.Of(new Fact.Text(found.group(), true));
      case BoundedPattern.Search.GaveUp _ ->
          unclear("the regular expression takes too long on this output");
      case BoundedPattern.Search.Absent _ ->
          whole
              ? missed(
                  "nothing matches that expression" + " in " + ExpectationJudge.ending(searched))
              : unclear(TOO_MUCH);
    };
  }

  private Left whole(Fact fact) {
    if (fact instanceof Fact.Nodes(var values, _)
        && values.size() == 1
        && values.getFirst() instanceof JsonValue.Number number
        && number.isInteger()
        && number.number().abs().compareTo(java.math.BigDecimal.valueOf(Long.MAX_VALUE)) <= 0) {
      return new Left.Of(new Fact.Whole(number.number().longValueExact()));
    }
    var text = text(fact);
    if (!(text instanceof Left.Of(Fact.Text(var digits, _)))) {
      return text;
    }
    try {
      return new Left.Of(new Fact.Whole(Long.parseLong(digits.strip())));
    } catch (NumberFormatException noNumber) {
      return missed(ExpectationJudge.shown(digits) + " is no whole number");
    }
  }

  private Left text(Fact fact) {
    return switch (fact) {
      case Fact.Text _ -> new Left.Of(fact);
      case Fact.Whole(var number) -> new Left.Of(new Fact.Text(Long.toString(number), true));
      case Fact.Share share -> new Left.Of(new Fact.Text(share.words(), true));
      case Fact.Time(var time) -> new Left.Of(new Fact.Text(time.toMillis() + "ms", true));
      case Fact.Nodes(var values, _) when values.size() != 1 ->
          missed("there are " + ValueJudge.nodes(values.size()));
      case Fact.Nodes(var values, _) ->
          switch (values.getFirst()) {
            case JsonValue.Text(var text, _) -> new Left.Of(new Fact.Text(text, true));
            case JsonValue.Number(var number, _) ->
                new Left.Of(new Fact.Text(number.toString(), true));
            case JsonValue.Truth(var truth, _) ->
                new Left.Of(new Fact.Text(Boolean.toString(truth), true));
            case JsonValue value -> missed("there is " + value.kind());
          };
    };
  }

  private static String strip(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private Left missed(String why) {
    return new Left.Decided(new Verdict.Missed("Expected " + expectation + ", and " + why + "."));
  }

  private Left unclear(String why) {
    return new Left.Decided(ExpectationJudge.unclear(expectation, why));
  }
}
