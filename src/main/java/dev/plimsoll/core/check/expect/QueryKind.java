package dev.plimsoll.core.check.expect;

/// What a query gives, and so which filters and predicates may follow it.
public enum QueryKind {
  TEXT,
  WHOLE_NUMBER,
  PERCENTAGE,
  TIME,
  /// Values as JSON has them, in order; none, one or several.
  NODES
}
