package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.VerdictCode;

/// A line that cannot be read as one JSON object.
final class NotJson extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final VerdictCode code;
  private final int at;
  private final boolean beyond;

  /// @param at place in the text, in characters
  NotJson(VerdictCode code, int at, String reason) {
    this(code, at, reason, false);
  }

  private NotJson(VerdictCode code, int at, String reason, boolean beyond) {
    super(reason);
    this.code = code;
    this.at = at;
    this.beyond = beyond;
  }

  /// It may be one, and is beyond what this program reads.
  static NotJson beyond(int at, String reason) {
    return new NotJson(VerdictCode.CHAIN_NOT_JSON, at, reason, true);
  }

  VerdictCode code() {
    return code;
  }

  int at() {
    return at;
  }

  boolean isBeyond() {
    return beyond;
  }

  /// What is wrong, to stand after "Entry 3 ": "is no JSON: ...".
  String reason() {
    return String.valueOf(getMessage());
  }
}
