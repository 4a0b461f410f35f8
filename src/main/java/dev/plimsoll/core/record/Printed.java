package dev.plimsoll.core.record;

/// Foreign text made fit to stand in a sentence: short, one line, nothing invisible.
final class Printed {
  private static final int LONGEST = 120;

  private Printed() {}

  static String of(String foreign) {
    var out = new StringBuilder();
    foreign
        .codePoints()
        .limit(LONGEST)
        .forEach(c -> out.appendCodePoint(isVisible(c) ? c : 0xFFFD));
    return foreign.codePointCount(0, foreign.length()) > LONGEST ? out + "..." : out.toString();
  }

  private static boolean isVisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
