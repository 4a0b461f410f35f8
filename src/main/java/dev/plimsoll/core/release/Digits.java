package dev.plimsoll.core.release;

/// Numbers of a version as decimal digits, so that none is too large. Compared by value, exactly.
final class Digits {
  private Digits() {}

  /// Whether `text` is one or more of `0` to `9`.
  static boolean are(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// Compares two numbers that have no leading zeros.
  static int compare(String a, String b) {
    var byLength = Integer.compare(a.length(), b.length());
    return byLength == 0 ? a.compareTo(b) : byLength;
  }

  /// Without leading zeros; `000` becomes `0`.
  static String plain(String digits) {
    var start = 0;
    while (start < digits.length() - 1 && digits.charAt(start) == '0') {
      start++;
    }
    return digits.substring(start);
  }
}
