package dev.plimsoll.core.record;

/// Bytes that are not a release record, or not a sign-off statement, as this version knows them.
public final class NotARecord extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotARecord(String reason) {
    super(reason);
  }

  /// What is wrong, to stand after a colon: `predicate.runs[0].id is missing`.
  public String reason() {
    return String.valueOf(getMessage());
  }
}
