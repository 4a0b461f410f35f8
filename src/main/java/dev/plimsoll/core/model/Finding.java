package dev.plimsoll.core.model;

import org.jspecify.annotations.Nullable;

/// One observation: what was seen, where, and what to do about it. `message` and `next` are whole
/// sentences.
public record Finding(
    Severity severity, String message, @Nullable Position at, @Nullable String next) {
  public static Finding error(String message) {
    return new Finding(Severity.ERROR, message, null, null);
  }

  public static Finding error(String message, @Nullable Position at, String next) {
    return new Finding(Severity.ERROR, message, at, next);
  }

  public static Finding warning(String message) {
    return new Finding(Severity.WARNING, message, null, null);
  }

  public static Finding note(String message) {
    return new Finding(Severity.NOTE, message, null, null);
  }

  /// `file:line:column: message next`, for a terminal or a log.
  @Override
  public String toString() {
    return (at == null ? "" : at + ": ") + message + (next == null ? "" : " " + next);
  }
}
