package dev.plimsoll.core.trust;

/// Bytes that are not a document in canonical JSON: the first thing that is wrong, and where.
public final class NotCanonical extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final long offset;

  NotCanonical(String reason, long offset) {
    super("not canonical JSON, byte " + offset + ": " + reason);
    this.reason = reason;
    this.offset = offset;
  }

  /// What is wrong, without a place: `member "a" stands twice`.
  public String reason() {
    return reason;
  }

  /// The byte, from 0, at which the document stops being canonical.
  public long offset() {
    return offset;
  }
}
