package dev.plimsoll.core.audit.report;

import java.util.Locale;
import java.util.function.IntPredicate;

/// Foreign text with everything spelled out that would not be seen, as `\\u{202e}`: control and
/// format characters, line ends, gaps that only look like a space.
final class Visible {
  private Visible() {}

  static String of(String foreign) {
    return of(foreign, _ -> true);
  }

  /// @param drawable whether a visible character has a form where it is shown
  static String of(String foreign, IntPredicate drawable) {
    var out = new StringBuilder(foreign.length() + 16);
    foreign
        .codePoints()
        .forEach(c -> {
          if (isSeen(c) && drawable.test(c)) {
            out.appendCodePoint(c);
          } else {
            out.append(String.format(Locale.ROOT, "\\u{%x}", c));
          }
        });
    return out.toString();
  }

  private static boolean isSeen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
