package dev.plimsoll.core.check.jsonpath;

import java.util.List;

/// A part of a filter.
sealed interface Expression {
  record Or(List<Expression> parts) implements Expression {}

  record And(List<Expression> parts) implements Expression {}

  record Not(Expression part) implements Expression {}

  /// @param sign one of `== != < <= > >=`
  record Compare(Expression left, String sign, Expression right) implements Expression {}

  record Literal(Operand value) implements Expression {}

  /// @param fromRoot whether it starts at the document's root, not at the node that is looked at
  record Query(boolean fromRoot, List<Segment> segments) implements Expression {
    boolean isSingular() {
      return segments.stream().allMatch(Segment::isSingular);
    }
  }

  record Call(Function function, List<Expression> arguments) implements Expression {}
}
