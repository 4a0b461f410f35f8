package dev.plimsoll.core.check.expect;

/// What a query gives, and so which predicates may follow it.
public enum QueryKind {
  TEXT,
  WHOLE_NUMBER,
  PERCENTAGE,
  TIME
}
