package dev.plimsoll.core.check.jsonpath;

import org.jspecify.annotations.Nullable;

/// What is chosen among the children of a node.
sealed interface Selector {
  record Name(String name) implements Selector {}

  record All() implements Selector {}

  /// Counted from the end where it is negative.
  record Index(long index) implements Selector {}

  record Slice(@Nullable Long from, @Nullable Long to, long by) implements Selector {}

  record Filter(Expression condition) implements Selector {}
}
