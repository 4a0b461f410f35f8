package dev.plimsoll.core.backup.archive;

import java.io.IOException;

/// An archive is not as its form wants it, or as it says of itself.
final class Damaged extends IOException {
  private static final long serialVersionUID = 1L;

  /// @param sentence names the structure; whole, with its full stop
  Damaged(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
