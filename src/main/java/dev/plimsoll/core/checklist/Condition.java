package dev.plimsoll.core.checklist;

import dev.plimsoll.core.checklist.Expression.Scope;
import dev.plimsoll.core.checklist.Expression.Truth;
import dev.plimsoll.core.checklist.Expression.Value;
import java.util.List;

/// The parts of an [Expression] that are true or false. Sentences have no final stop.
sealed interface Condition {
  Value evaluate(Scope scope);

  record Not(Condition inner) implements Condition {
    @Override
    public Value evaluate(Scope scope) {
      var value = inner.evaluate(scope);
      return switch (value.truth()) {
        case TRUE -> new Value(Truth.FALSE, value.sentence() + ", which must not be");
        case FALSE -> new Value(Truth.TRUE, value.sentence());
        case UNCLEAR -> value;
      };
    }
  }

  /// False as soon as one part is false, unclear only when no part is.
  record And(List<Condition> parts) implements Condition {
    @Override
    public Value evaluate(Scope scope) {
      return combine(parts, scope, Truth.FALSE, Truth.TRUE);
    }
  }

  /// True as soon as one part is true, unclear only when no part is.
  record Or(List<Condition> parts) implements Condition {
    @Override
    public Value evaluate(Scope scope) {
      return combine(parts, scope, Truth.TRUE, Truth.FALSE);
    }
  }

  private static Value combine(
      List<Condition> parts, Scope scope, Truth decisive, Truth otherwise) {
    var values = parts.stream().map(part -> part.evaluate(scope)).toList();
    for (var truth : List.of(decisive, Truth.UNCLEAR)) {
      for (var value : values) {
        if (value.truth() == truth) {
          return value;
        }
      }
    }
    return new Value(otherwise, String.join("; ", values.stream().map(Value::sentence).toList()));
  }

  /// A name or literal that stands alone: true or false by its text.
  record Plain(Operand operand) implements Condition {
    @Override
    public Value evaluate(Scope scope) {
      var given = operand.text(scope);
      return switch (given) {
        case "true" -> new Value(Truth.TRUE, operand.says(scope));
        case "false", "" -> new Value(Truth.FALSE, operand.says(scope) + ", needed true");
        default ->
            new Value(Truth.UNCLEAR, operand.says(scope) + ", which is neither true nor false");
      };
    }
  }

  record Exists(Operand operand) implements Condition {
    @Override
    public Value evaluate(Scope scope) {
      return operand.text(scope).isBlank()
          ? new Value(Truth.FALSE, operand.name() + " has no value")
          : new Value(Truth.TRUE, operand.says(scope));
    }
  }

  record Matches(Operand operand, String regex) implements Condition {
    @Override
    public Value evaluate(Scope scope) {
      return switch (SearchPattern.of(regex).search(operand.text(scope))) {
        case FOUND -> new Value(Truth.TRUE, operand.says(scope));
        case NOT_FOUND ->
            new Value(Truth.FALSE, operand.says(scope) + ", needed a match of " + regex);
        case TOO_COSTLY ->
            new Value(
                Truth.UNCLEAR,
                "the pattern " + regex + " takes too long on " + operand.says(scope));
      };
    }
  }

  record In(Operand operand, List<Operand> list, boolean wanted) implements Condition {
    @Override
    public Value evaluate(Scope scope) {
      var found = list.stream().anyMatch(item -> operand.isEqualTo(item, scope));
      var words = String.join(", ", list.stream().map(item -> item.text(scope)).toList());
      return found == wanted
          ? new Value(Truth.TRUE, operand.says(scope))
          : new Value(
              Truth.FALSE,
              operand.says(scope) + ", needed " + (wanted ? "one of " : "none of ") + words);
    }
  }

  record Comparison(Operand left, Sign sign, Operand right) implements Condition {
    enum Sign {
      EQUAL("=="),
      NOT_EQUAL("!="),
      LESS("<"),
      AT_MOST("<="),
      MORE(">"),
      AT_LEAST(">=");

      final String spelling;

      Sign(String spelling) {
        this.spelling = spelling;
      }
    }

    @Override
    public Value evaluate(Scope scope) {
      if (sign == Sign.EQUAL || sign == Sign.NOT_EQUAL) {
        return value(left.isEqualTo(right, scope) == (sign == Sign.EQUAL), scope);
      }
      var a = left.number(scope);
      var b = right.number(scope);
      if (a.isEmpty() || b.isEmpty()) {
        return new Value(
            Truth.UNCLEAR, (a.isEmpty() ? left : right).says(scope) + ", which is not a number");
      }
      var order = a.get().compareTo(b.get());
      return value(
          switch (sign) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case MORE -> order > 0;
            default -> order >= 0;
          },
          scope);
    }

    private Value value(boolean holds, Scope scope) {
      return holds
          ? new Value(Truth.TRUE, left.says(scope))
          : new Value(Truth.FALSE, left.says(scope) + ", needed " + wanted() + right.shown(scope));
    }

    private String wanted() {
      return switch (sign) {
        case EQUAL -> "";
        case NOT_EQUAL -> "anything but ";
        case LESS -> "less than ";
        case AT_MOST -> "at most ";
        case MORE -> "more than ";
        case AT_LEAST -> "at least ";
      };
    }
  }
}
