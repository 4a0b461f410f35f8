package dev.plimsoll.core.check.personal;

/// What is left of a value that is not to be read.
final class Masked {
  private Masked() {}

  /// `j***@e***` for an address, `+4***` for a number, `J***` for anything else.
  static String of(String value) {
    var text = value.strip();
    var at = text.indexOf('@');
    if (at > 0 && at + 1 < text.length()) {
      return first(text, 1) + "***@" + first(text.substring(at + 1), 1) + "***";
    }
    return first(text, text.startsWith("+") ? 2 : 1) + "***";
  }

  private static String first(String text, int count) {
    return text.substring(
        0, text.offsetByCodePoints(0, Math.min(count, text.codePointCount(0, text.length()))));
  }
}
