package dev.plimsoll.core.check.expect;

/// What holding an assertion against a fact came to.
public sealed interface Verdict {

  record Met() implements Verdict {}

  /// @param sentence what was expected and what was seen instead
  record Missed(String sentence) implements Verdict {}

  /// @param sentence why it cannot be told
  record Unclear(String sentence) implements Verdict {}
}
