package dev.plimsoll.core.check.expect;

/// What a query gives, and so which filters and predicates may follow it.
public enum QueryKind {
  TEXT,
  WHOLE_NUMBER,
  /// A status of HTTP: a whole number, or a class such as `2xx`.
  STATUS,
  PERCENTAGE,
  TIME,
  /// Values as JSON has them, in order; none, one or several.
  NODES
}
