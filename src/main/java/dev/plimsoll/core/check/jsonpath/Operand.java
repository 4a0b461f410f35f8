package dev.plimsoll.core.check.jsonpath;

import java.math.BigDecimal;

/// What can be compared in a filter.
sealed interface Operand {
  record Nothing() implements Operand {}

  record Null() implements Operand {}

  record Truth(boolean value) implements Operand {}

  record Text(String value) implements Operand {}

  record Number(BigDecimal value) implements Operand {}

  /// An object or an array of the document.
  record Structure(Object value) implements Operand {}
}
