package dev.plimsoll.core.trust;

/// Foreign text made fit to stand in a sentence: short, one line, nothing invisible.
public final class Printable {
  private static final int LONGEST = 80;

  private Printable() {}

  public static String of(String foreign) {
    StringBuilder out = new StringBuilder();
    foreign
        .codePoints()
        .limit(LONGEST)
        .forEach(c -> out.appendCodePoint(isVisible(c) ? c : 0xFFFD));
    return foreign.codePointCount(0, foreign.length()) > LONGEST ? out + "..." : out.toString();
  }

  /// Neither a control nor a format character nor any kind of gap but the plain space.
  static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> codePoint == ' ';
      default -> true;
    };
  }
}
