package dev.plimsoll.core.checklist;

import dev.plimsoll.core.checklist.Expression.Scope;
import java.math.BigDecimal;
import java.util.Optional;

/// A value in an [Expression]: a name, or a literal.
sealed interface Operand {
  /// Digits of the longest number that is compared by size.
  int MOST_DIGITS = 100;

  /// The text it stands for; empty for a name without a value.
  String text(Scope scope);

  /// As written.
  String name();

  /// `type is patch`
  default String says(Scope scope) {
    return text(scope);
  }

  /// What stands behind `needed`.
  default String shown(Scope scope) {
    return text(scope).isEmpty() ? "nothing" : text(scope);
  }

  default Optional<BigDecimal> number(Scope scope) {
    var text = text(scope);
    return text.length() <= MOST_DIGITS && text.matches("-?[0-9]+(?:\\.[0-9]+)?")
        ? Optional.of(new BigDecimal(text))
        : Optional.empty();
  }

  /// Two numbers by value where neither side is a text in quotes, everything else as text.
  default boolean isEqualTo(Operand other, Scope scope) {
    if (!(this instanceof Text) && !(other instanceof Text)) {
      var a = number(scope);
      var b = other.number(scope);
      if (a.isPresent() && b.isPresent()) {
        return a.get().compareTo(b.get()) == 0;
      }
    }
    return text(scope).equals(other.text(scope));
  }

  record Name(String name) implements Operand {
    @Override
    public String text(Scope scope) {
      return scope.value(name).orElse("");
    }

    @Override
    public String says(Scope scope) {
      var text = text(scope);
      var spoken = name.replaceFirst("^steps\\.(.*)\\.outcome$", "step $1");
      return text.isEmpty() ? spoken + " has no value" : spoken + " is " + text;
    }
  }

  /// A number, `true` or `false`.
  record Literal(String name) implements Operand {
    @Override
    public String text(Scope scope) {
      return name;
    }
  }

  /// A text in quotes, or one of the words of release types and standings.
  record Text(String name) implements Operand {
    @Override
    public String text(Scope scope) {
      return name;
    }
  }
}
