package dev.plimsoll.core.audit.foreign;

/// Two texts to lay beside each other: bounded, made visible, and cut around their first difference
/// where they are long.
///
/// @param found what stands there
/// @param expected what should
record SideBySide(String found, String expected) {
  private static final int BEFORE = 1024;

  static SideBySide of(String found, String expected) {
    if (Math.max(found.length(), expected.length()) <= Shown.LONGEST) {
      return new SideBySide(Shown.text(found), Shown.text(expected));
    }
    var from = Math.max(0, difference(found, expected) - BEFORE);
    return new SideBySide(cut(found, from), cut(expected, from));
  }

  private static int difference(String a, String b) {
    var i = 0;
    while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  private static String cut(String text, int from) {
    var start = Math.min(from, text.length());
    return (start == 0 ? "" : "...") + Shown.text(text.substring(start));
  }
}
