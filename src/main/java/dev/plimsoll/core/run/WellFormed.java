package dev.plimsoll.core.run;

import java.nio.charset.StandardCharsets;

/// Text from outside, fit for the log.
final class WellFormed {
  private WellFormed() {}

  /// The text with every lone surrogate replaced by `?`, which canonical JSON has no spelling for.
  static String text(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
