package dev.plimsoll.core.check.text;

/// Leaves a matcher from the inside. Never leaves this package.
final class TooManyStepsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyStepsException() {
    super("too many steps", null, false, false);
  }
}
