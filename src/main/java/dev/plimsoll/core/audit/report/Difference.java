package dev.plimsoll.core.audit.report;

/// Where two texts differ: what they share at the beginning and at the end is left out.
///
/// @param from first character (UTF-16) that differs
/// @param foundTo after the last one that differs in what was found
/// @param expectedTo after the last one that differs in what was expected
record Difference(int from, int foundTo, int expectedTo) {
  static Difference between(String found, String expected) {
    var shorter = Math.min(found.length(), expected.length());
    var from = 0;
    while (from < shorter && found.charAt(from) == expected.charAt(from)) {
      from++;
    }
    var same = 0;
    while (same < shorter - from
        && found.charAt(found.length() - 1 - same)
            == expected.charAt(expected.length() - 1 - same)) {
      same++;
    }
    return new Difference(from, found.length() - same, expected.length() - same);
  }
}
