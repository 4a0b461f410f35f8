package dev.plimsoll.core.audit.foreign;

/// Foreign text fit for a person's eyes: bounded, one line, what is invisible made visible. Control
/// characters, unpaired surrogates, format characters and the byte order mark stand as `\\u{hex}`.
final class Shown {
  /// Longest text shown, in characters: 4 KiB of ASCII.
  static final int LONGEST = 4096;

  private static final int IN_A_SENTENCE = 80;

  private Shown() {}

  /// Short enough for a sentence.
  static String of(String text) {
    return bounded(text, IN_A_SENTENCE);
  }

  /// At most [#LONGEST] characters of it.
  static String text(String text) {
    return bounded(text, LONGEST);
  }

  private static String bounded(String text, int longest) {
    var out = new StringBuilder(Math.min(text.length(), longest) + 16);
    for (var i = 0; i < text.length(); ) {
      var point = text.codePointAt(i);
      var shown = visible(point) ? Character.toString(point) : "\\u{" + hex(point) + "}";
      if (out.length() + shown.length() > longest) {
        return out.append("...").toString();
      }
      out.append(shown);
      i += Character.charCount(point);
    }
    return out.toString();
  }

  private static String hex(int point) {
    return Integer.toHexString(point);
  }

  private static boolean visible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      default -> true;
    };
  }
}
