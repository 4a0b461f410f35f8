package dev.plimsoll.core.record;

/// A bundle that is refused as a whole: made to do harm, or no bundle. Stays inside the package.
final class Unacceptable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unacceptable(String reason) {
    super(reason);
  }

  /// Half a sentence that can follow a colon.
  String reason() {
    return String.valueOf(getMessage());
  }
}
