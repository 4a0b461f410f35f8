package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Recipe.Canonical;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One way to write JSON on one line.
///
/// @param order of members, or null for that of the source
/// @param spaced whether a space follows each comma and colon
/// @param ascii whether U+007F and what is not ASCII is escaped
/// @param shortest whether numbers are printed anew, as ECMAScript prints a double
record Spelling(
    @Nullable Comparator<String> order, boolean spaced, boolean ascii, boolean shortest) {
  /// By Unicode code point, which differs from Java's own order beyond U+FFFF.
  static final Comparator<String> CODE_POINTS = Spelling::byCodePoint;

  /// That of a hash input. [Canonical#RAW_LINE] has none.
  static Spelling of(Canonical canonical) {
    return switch (canonical) {
      case PY_COMPACT_ASCII -> new Spelling(CODE_POINTS, false, true, false);
      case PY_DEFAULT -> new Spelling(CODE_POINTS, true, true, false);
      case PY_COMPACT_UTF8 -> new Spelling(CODE_POINTS, false, false, false);
      case JCS -> new Spelling(Comparator.naturalOrder(), false, false, true);
      case JS_INSERTION, RAW_LINE -> new Spelling(null, false, false, false);
    };
  }

  private static int byCodePoint(String a, String b) {
    var i = 0;
    while (i < a.length() && i < b.length()) {
      var x = a.codePointAt(i);
      var y = b.codePointAt(i);
      if (x != y) {
        return Integer.compare(x, y);
      }
      i += Character.charCount(x);
    }
    return Integer.compare(a.length(), b.length());
  }
}
