package dev.plimsoll.core.audit.foreign;

/// A value that a canonical spelling does not have.
final class NoSpelling extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoSpelling(String reason) {
    super(reason);
  }

  /// To stand after "Entry 3 has no spelling to hash: ".
  String reason() {
    return String.valueOf(getMessage());
  }
}
