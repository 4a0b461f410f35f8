package dev.plimsoll.core.checklist;

import dev.plimsoll.core.checklist.Condition.Comparison;
import dev.plimsoll.core.checklist.Expression.Malformed;
import dev.plimsoll.core.model.ReleaseType;
import dev.plimsoll.core.model.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Recursive descent over the characters of a condition; one per text.
final class ExpressionParser {
  private static final int DEEPEST = 20;
  private static final Set<String> KEYWORDS = Set.of("and", "or", "not", "in");

  /// Words that stand for themselves: release types and standings.
  private static final Set<String> WORDS =
      Stream.concat(
              Arrays.stream(ReleaseType.values()).map(ReleaseType::word),
              Arrays.stream(Standing.values()).map(Standing::name))
          .collect(Collectors.toUnmodifiableSet());

  private final ExpressionTokens tokens;
  private final List<String> names = new ArrayList<>();
  private int depth;

  ExpressionParser(String text) throws Malformed {
    tokens = new ExpressionTokens(text);
  }

  /// Whether `word` can never be a name in a condition.
  static boolean isReserved(String word) {
    return KEYWORDS.contains(word)
        || WORDS.contains(word)
        || Set.of("true", "false", "exists", "matches", "steps").contains(word);
  }

  /// The names seen, in order.
  List<String> names() {
    return names;
  }

  Condition whole() throws Malformed {
    var condition = or();
    if (!tokens.isAtEnd()) {
      throw tokens.unexpected("the end, 'and' or 'or'");
    }
    return condition;
  }

  private Condition or() throws Malformed {
    var parts = new ArrayList<Condition>();
    do {
      parts.add(and());
    } while (tokens.take("or"));
    return parts.size() == 1 ? parts.getFirst() : new Condition.Or(List.copyOf(parts));
  }

  private Condition and() throws Malformed {
    var parts = new ArrayList<Condition>();
    do {
      parts.add(not());
    } while (tokens.take("and"));
    return parts.size() == 1 ? parts.getFirst() : new Condition.And(List.copyOf(parts));
  }

  private Condition not() throws Malformed {
    if (++depth > DEEPEST) {
      throw tokens.mistake(
          "The condition is nested deeper than " + DEEPEST + " levels.", "Make it simpler.");
    }
    try {
      return tokens.take("not") ? new Condition.Not(not()) : comparison();
    } finally {
      depth--;
    }
  }

  private Condition comparison() throws Malformed {
    if (tokens.take("(")) {
      var inner = or();
      tokens.demand(")");
      return inner;
    }
    if (tokens.take("exists")) {
      tokens.demand("(");
      var operand = name();
      tokens.demand(")");
      return new Condition.Exists(operand);
    }
    if (tokens.take("matches")) {
      return matches();
    }
    var left = operand();
    for (var sign : Comparison.Sign.values()) {
      if (tokens.take(sign.spelling)) {
        return new Comparison(left, sign, operand());
      }
    }
    if (tokens.take("in")) {
      return new Condition.In(left, list(), true);
    }
    if (tokens.take("not")) {
      tokens.demand("in");
      return new Condition.In(left, list(), false);
    }
    if (left instanceof Operand.Text) {
      throw tokens.unexpected("a comparison such as ==");
    }
    return new Condition.Plain(left);
  }

  private Condition matches() throws Malformed {
    tokens.demand("(");
    var operand = operand();
    tokens.demand(",");
    var at = tokens.character();
    if (!(tokens.peek() instanceof ExpressionTokens.Quoted quoted)) {
      throw tokens.unexpected("a regular expression in quotes");
    }
    tokens.next();
    var mistake = SearchPattern.mistake(quoted.text());
    if (mistake != null) {
      throw new Malformed(at, mistake, "Correct the regular expression.");
    }
    tokens.demand(")");
    return new Condition.Matches(operand, quoted.text());
  }

  private List<Operand> list() throws Malformed {
    tokens.demand("[");
    var items = new ArrayList<Operand>();
    do {
      items.add(operand());
    } while (tokens.take(","));
    tokens.demand("]");
    return List.copyOf(items);
  }

  private Operand name() throws Malformed {
    if (tokens.peek() instanceof ExpressionTokens.Word) {
      return operand();
    }
    throw tokens.unexpected("a name");
  }

  private Operand operand() throws Malformed {
    return switch (tokens.peek()) {
      case ExpressionTokens.Quoted(var text, _) -> {
        tokens.next();
        yield new Operand.Text(text);
      }
      case ExpressionTokens.Number(var text, _) -> {
        tokens.next();
        yield new Operand.Literal(text);
      }
      case ExpressionTokens.Word(var word, _) when !KEYWORDS.contains(word) -> {
        tokens.next();
        yield word(word);
      }
      default -> throw tokens.unexpected("a name, a number or a text in quotes");
    };
  }

  private Operand word(String word) {
    if (word.equals("true") || word.equals("false")) {
      return new Operand.Literal(word);
    }
    if (WORDS.contains(word)) {
      return new Operand.Text(word);
    }
    names.add(word);
    return new Operand.Name(word);
  }
}
