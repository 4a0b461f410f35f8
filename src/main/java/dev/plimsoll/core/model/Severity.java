package dev.plimsoll.core.model;

/// How much one finding weighs. It never decides by itself: the outcome of a step does.
public enum Severity {
  ERROR,
  WARNING,
  NOTE
}
