package dev.plimsoll.core.check.jsonpath;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the condition of a filter, and refuses what is not well-typed.
final class FilterParser {
  private static final List<String> SIGNS = List.of("==", "!=", "<=", ">=", "<", ">");

  private final QueryText text;
  private final PathParser paths;

  FilterParser(QueryText text, PathParser paths) {
    this.text = text;
    this.paths = paths;
  }

  Expression condition() throws JsonPathSyntaxException {
    var from = text.at();
    return logical(or(), from);
  }

  /// Anything, logical or not: the caller knows what it needs.
  private Expression or() throws JsonPathSyntaxException {
    paths.enter();
    var from = text.at();
    var first = and();
    var parts = new ArrayList<Expression>();
    while (followed("||")) {
      if (parts.isEmpty()) {
        parts.add(logical(first, from));
      }
      var at = text.at();
      parts.add(logical(and(), at));
    }
    paths.leave();
    return parts.isEmpty() ? first : new Expression.Or(parts);
  }

  private Expression and() throws JsonPathSyntaxException {
    var from = text.at();
    var first = basic();
    var parts = new ArrayList<Expression>();
    while (followed("&&")) {
      if (parts.isEmpty()) {
        parts.add(logical(first, from));
      }
      var at = text.at();
      parts.add(logical(basic(), at));
    }
    return parts.isEmpty() ? first : new Expression.And(parts);
  }

  /// Takes blanks, the sign and blanks, or nothing.
  private boolean followed(String sign) {
    var before = text.at();
    text.blanks();
    if (text.take(sign)) {
      text.blanks();
      return true;
    }
    text.back(before);
    return false;
  }

  private Expression basic() throws JsonPathSyntaxException {
    var negated = !text.startsWith("!=") && text.take("!");
    if (negated) {
      text.blanks();
    }
    var from = text.at();
    if (text.take("(")) {
      text.blanks();
      var inner = logical(or(), from);
      text.blanks();
      text.expect(")");
      // two deep, so that (@.a) is no query to a function that wants one
      return new Expression.Not(negated ? inner : new Expression.Not(inner));
    }
    var left = primary();
    if (negated) {
      return new Expression.Not(logical(left, from));
    }
    var sign = sign();
    if (sign == null) {
      return left;
    }
    text.blanks();
    var at = text.at();
    return new Expression.Compare(comparable(left, from), sign, comparable(primary(), at));
  }

  private @Nullable String sign() {
    for (var sign : SIGNS) {
      var before = text.at();
      text.blanks();
      if (text.take(sign)) {
        return sign;
      }
      text.back(before);
    }
    return null;
  }

  private Expression primary() throws JsonPathSyntaxException {
    var c = text.peek();
    if (c == '"' || c == '\'') {
      return new Expression.Literal(new Operand.Text(text.string()));
    }
    if (c == '-' || QueryText.isDigit(c)) {
      return new Expression.Literal(new Operand.Number(text.number()));
    }
    if (text.take("@")) {
      return new Expression.Query(false, paths.segments());
    }
    if (text.take("$")) {
      return new Expression.Query(true, paths.segments());
    }
    var from = text.at();
    var word = text.functionName();
    if (text.peek() == '(') {
      return call(word, from);
    }
    return switch (word) {
      case "true" -> new Expression.Literal(new Operand.Truth(true));
      case "false" -> new Expression.Literal(new Operand.Truth(false));
      case "null" -> new Expression.Literal(new Operand.Null());
      default -> {
        text.back(from);
        throw text.wrong("Expected a condition" + text.insteadOf());
      }
    };
  }

  private Expression call(String word, int from) throws JsonPathSyntaxException {
    var function = Function.byWord(word);
    if (function == null) {
      text.back(from);
      throw text.wrong(
          "There is no function '" + word + "'; there are length, count, match, search and value.");
    }
    text.expect("(");
    var arguments = new ArrayList<Expression>();
    text.blanks();
    if (text.peek() != ')') {
      do {
        text.blanks();
        var at = text.at();
        var argument = or();
        if (arguments.size() < function.takes().size()) {
          argument = argument(argument, function.takes().get(arguments.size()), at);
        }
        arguments.add(argument);
        text.blanks();
      } while (text.take(","));
    }
    text.expect(")");
    if (arguments.size() != function.takes().size()) {
      var wanted = function.takes().size();
      text.back(from);
      throw text.wrong(word + " takes " + wanted + (wanted == 1 ? " argument." : " arguments."));
    }
    return new Expression.Call(function, arguments);
  }

  private Expression argument(Expression argument, Function.Type type, int at)
      throws JsonPathSyntaxException {
    return switch (type) {
      case VALUE -> comparable(argument, at);
      case LOGICAL -> logical(argument, at);
      case NODES -> {
        if (argument instanceof Expression.Query) {
          yield argument;
        }
        throw new JsonPathSyntaxException("This function takes a query here.", at);
      }
    };
  }

  /// Something that can stand beside a comparing sign.
  private static Expression comparable(Expression part, int at) throws JsonPathSyntaxException {
    return switch (part) {
      case Expression.Literal literal -> literal;
      case Expression.Query query when query.isSingular() -> query;
      case Expression.Query _ ->
          throw new JsonPathSyntaxException(
              "A query that may give several nodes cannot be compared.", at);
      case Expression.Call call when call.function().gives() == Function.Type.VALUE -> call;
      default -> throw new JsonPathSyntaxException("This is no value to compare with.", at);
    };
  }

  private static Expression logical(Expression part, int at) throws JsonPathSyntaxException {
    return switch (part) {
      case Expression.Literal _ ->
          throw new JsonPathSyntaxException("A value alone is no condition; compare it.", at);
      case Expression.Call call when call.function().gives() == Function.Type.VALUE ->
          throw new JsonPathSyntaxException(
              call.function().word() + "() gives a value, which is no condition; compare it.", at);
      default -> part;
    };
  }
}
