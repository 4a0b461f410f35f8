package dev.plimsoll.core.trust;

/// Bytes or text that do not have the promised form. Stays inside the package: what leaves it is a
/// verdict, or a `Problem` that names the file.
final class Malformed extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /// @param reason half a sentence that can follow a colon: `its length runs past the end`
  Malformed(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
