package dev.plimsoll.desktop.screen.audit;

import java.util.Locale;

/// A text in three parts: what it has in common with another at the beginning, what differs, what
/// is common again at the end. Made for hashes and lines of a log, where a single character counts.
/// Pure.
///
/// @param before common with the other text
/// @param differs what the other text does not have there; may be empty
/// @param after common with the other text
record Differing(String before, String differs, String after) {
  /// What stands of a long common part; the eye is to be led to the difference.
  private static final int AROUND = 160;

  /// Beyond this a difference is cut.
  private static final int LONGEST = 600;

  static Differing of(String text, String against) {
    var most = Math.min(text.length(), against.length());
    var head = 0;
    while (head < most && text.charAt(head) == against.charAt(head)) {
      head++;
    }
    var tail = 0;
    while (tail < most - head
        && text.charAt(text.length() - 1 - tail) == against.charAt(against.length() - 1 - tail)) {
      tail++;
    }
    if (isInside(text, head)) {
      head--;
    }
    if (isInside(text, text.length() - tail)) {
      tail--;
    }
    return new Differing(
        text.substring(0, head),
        text.substring(head, text.length() - tail),
        text.substring(text.length() - tail));
  }

  boolean isSame() {
    return differs.isEmpty();
  }

  /// Shortened where it is long, and with control characters made visible.
  Differing shown() {
    var head =
        before.length() <= AROUND ? before : "…" + before.substring(before.length() - AROUND);
    var tail = after.length() <= AROUND ? after : after.substring(0, AROUND) + "…";
    var middle = differs.length() <= LONGEST ? differs : differs.substring(0, LONGEST) + "…";
    return new Differing(visible(head), visible(middle), visible(tail));
  }

  /// Control characters as pictures of themselves (U+2400 and on), what cannot be seen as its
  /// number.
  static String visible(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> {
          if (point < 0x20) {
            out.appendCodePoint(0x2400 + point);
          } else if (point == 0x7f) {
            out.append('␡');
          } else if (isInvisible(point)) {
            out.append(String.format(Locale.ROOT, "‹U+%04X›", point));
          } else {
            out.appendCodePoint(point);
          }
        });
    return out.toString();
  }

  private static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          true;
      case Character.SPACE_SEPARATOR -> point != ' ';
      default -> false;
    };
  }

  /// Whether a place lies between the two halves of one character.
  private static boolean isInside(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
  }
}
