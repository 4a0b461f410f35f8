package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Position;

/// A file that cannot be read as the report that it should be. The message is a sentence about
/// "it", the file; `at` is where.
final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;
  private final transient Position at;

  Malformed(String message, Position at) {
    super(message);
    this.at = at;
  }

  Position at() {
    return at;
  }
}
