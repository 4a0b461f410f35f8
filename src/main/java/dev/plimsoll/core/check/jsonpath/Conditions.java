package dev.plimsoll.core.check.jsonpath;

import dev.plimsoll.core.check.jsonpath.JsonTree.Kind;
import java.math.BigDecimal;
import java.util.List;

/// Decides the conditions of filters.
final class Conditions<N> {
  private final PathWalk<N> walk;
  private final JsonTree<N> tree;
  private final RegexSearch regex;

  Conditions(PathWalk<N> walk, JsonTree<N> tree, RegexSearch regex) {
    this.walk = walk;
    this.tree = tree;
    this.regex = regex;
  }

  boolean holds(Expression condition, Located<N> node) {
    return switch (condition) {
      case Expression.Or(var parts) -> parts.stream().anyMatch(part -> holds(part, node));
      case Expression.And(var parts) -> parts.stream().allMatch(part -> holds(part, node));
      case Expression.Not(var part) -> !holds(part, node);
      case Expression.Compare(var left, var sign, var right) ->
          compare(operand(left, node), sign, operand(right, node));
      case Expression.Query query -> !nodes(query, node).isEmpty();
      case Expression.Call call ->
          matches(call.function() == Function.MATCH, call.arguments(), node);
      case Expression.Literal _ -> throw new IllegalStateException("a value is no condition");
    };
  }

  private List<Located<N>> nodes(Expression.Query query, Located<N> node) {
    return walk.select(query.fromRoot() ? walk.root() : node, query.segments());
  }

  private Operand operand(Expression expression, Located<N> node) {
    return switch (expression) {
      case Expression.Literal(var value) -> value;
      case Expression.Query query -> only(nodes(query, node));
      case Expression.Call call -> called(call, node);
      default -> throw new IllegalStateException("a condition is no value");
    };
  }

  private Operand called(Expression.Call call, Located<N> node) {
    var argument = call.arguments().getFirst();
    return switch (call.function()) {
      case COUNT -> number(nodes((Expression.Query) argument, node).size());
      case VALUE -> only(nodes((Expression.Query) argument, node));
      case LENGTH -> length(operand(argument, node));
      case MATCH, SEARCH -> throw new IllegalStateException("a condition is no value");
    };
  }

  private static Operand number(int number) {
    return new Operand.Number(BigDecimal.valueOf(number));
  }

  private Operand only(List<Located<N>> nodes) {
    return nodes.size() == 1 ? operand(nodes.getFirst().value()) : new Operand.Nothing();
  }

  private Operand operand(N value) {
    return switch (tree.kind(value)) {
      case OBJECT, ARRAY -> new Operand.Structure(value);
      case STRING -> new Operand.Text(tree.text(value));
      case NUMBER -> new Operand.Number(tree.number(value));
      case BOOLEAN -> new Operand.Truth(tree.truth(value));
      case NULL -> new Operand.Null();
    };
  }

  private Operand length(Operand of) {
    return switch (of) {
      case Operand.Text(var text) -> number(text.codePointCount(0, text.length()));
      case Operand.Structure structure -> {
        var value = value(structure);
        yield number(
            tree.kind(value) == Kind.ARRAY
                ? tree.elements(value).size()
                : tree.members(value).size());
      }
      default -> new Operand.Nothing();
    };
  }

  /// Structures are made of this tree's values only.
  @SuppressWarnings("unchecked")
  private N value(Operand.Structure structure) {
    return (N) structure.value();
  }

  private boolean matches(boolean whole, List<Expression> arguments, Located<N> node) {
    if (operand(arguments.getFirst(), node) instanceof Operand.Text(var text)
        && operand(arguments.getLast(), node) instanceof Operand.Text(var pattern)) {
      var translated = IRegexp.translate(pattern);
      return translated != null
          && regex.found(whole ? "\\A(?:" + translated + ")\\z" : translated, text);
    }
    return false;
  }

  private boolean compare(Operand left, String sign, Operand right) {
    return switch (sign) {
      case "==" -> equal(left, right);
      case "!=" -> !equal(left, right);
      case "<" -> less(left, right);
      case "<=" -> less(left, right) || equal(left, right);
      case ">" -> less(right, left);
      case ">=" -> less(right, left) || equal(left, right);
      default -> throw new IllegalStateException(sign + " is no sign");
    };
  }

  private static boolean less(Operand left, Operand right) {
    if (left instanceof Operand.Number(var a) && right instanceof Operand.Number(var b)) {
      return a.compareTo(b) < 0;
    }
    return left instanceof Operand.Text(var a)
        && right instanceof Operand.Text(var b)
        && order(a, b) < 0;
  }

  /// By code points; UTF-16 would put what is beyond the first plane in the wrong place.
  private static int order(String a, String b) {
    var at = 0;
    while (at < a.length() && at < b.length()) {
      var left = a.codePointAt(at);
      var right = b.codePointAt(at);
      if (left != right) {
        return Integer.compare(left, right);
      }
      at += Character.charCount(left);
    }
    return Integer.compare(a.length(), b.length());
  }

  private boolean equal(Operand left, Operand right) {
    if (left instanceof Operand.Number(var a) && right instanceof Operand.Number(var b)) {
      return a.compareTo(b) == 0;
    }
    if (left instanceof Operand.Structure a && right instanceof Operand.Structure b) {
      return equalStructures(value(a), value(b));
    }
    return left.equals(right);
  }

  private boolean equalStructures(N left, N right) {
    walk.count();
    if (tree.kind(left) != tree.kind(right)) {
      return false;
    }
    if (tree.kind(left) == Kind.ARRAY) {
      var a = tree.elements(left);
      var b = tree.elements(right);
      if (a.size() != b.size()) {
        return false;
      }
      for (var i = 0; i < a.size(); i++) {
        if (!equal(operand(a.get(i)), operand(b.get(i)))) {
          return false;
        }
      }
      return true;
    }
    var a = tree.members(left);
    var b = tree.members(right);
    return a.size() == b.size()
        && a.entrySet().stream()
            .allMatch(member -> {
              var other = b.get(member.getKey());
              return other != null && equal(operand(member.getValue()), operand(other));
            });
  }
}
