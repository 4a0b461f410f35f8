package dev.plimsoll.core.check.jsonpath;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Regular expressions that mean the same everywhere (RFC 9485), put into the dialect of
/// `java.util.regex`. Use it once.
final class IRegexp {
  private static final int DEEPEST = 64;
  private static final Set<String> CATEGORIES =
      Set.of(
          "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl", "No", "P",
          "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "Z", "Zl", "Zp", "Zs", "S", "Sc", "Sk", "Sm",
          "So", "C", "Cc", "Cf", "Cn", "Co");

  private final String text;
  private final StringBuilder java = new StringBuilder();
  private int at;
  private int depth;

  private IRegexp(String text) {
    this.text = text;
  }

  /// The same expression for Java, or null where it is none.
  static @Nullable String translate(String text) {
    var reading = new IRegexp(text);
    return reading.alternatives() && reading.at == text.length() ? reading.java.toString() : null;
  }

  private boolean alternatives() {
    if (++depth > DEEPEST) {
      return false;
    }
    while (true) {
      while (at < text.length() && peek() != '|' && peek() != ')') {
        if (!piece()) {
          return false;
        }
      }
      if (!take('|')) {
        depth--;
        return true;
      }
      java.append('|');
    }
  }

  private int peek() {
    return at < text.length() ? text.codePointAt(at) : -1;
  }

  private int next() {
    var c = peek();
    at += c < 0 ? 0 : Character.charCount(c);
    return c;
  }

  private boolean take(char wanted) {
    var there = peek() == wanted;
    at += there ? 1 : 0;
    return there;
  }

  private boolean piece() {
    return atom() && quantifier();
  }

  private boolean atom() {
    var c = next();
    switch (c) {
      case '(' -> {
        java.append("(?:");
        if (!alternatives() || !take(')')) {
          return false;
        }
        java.append(')');
        return true;
      }
      case '.' -> java.append("[^\\n\\r]");
      case '\\' -> {
        return escape();
      }
      case '[' -> {
        return characterClass();
      }
      case '*', '+', '?', '{', '}', ']' -> {
        return false;
      }
      case '^' -> java.append("\\A");
      case '$' -> java.append("\\z");
      default -> literal(c);
    }
    return true;
  }

  private boolean quantifier() {
    var c = peek();
    if (c == '*' || c == '+' || c == '?') {
      at++;
      java.appendCodePoint(c);
      return true;
    }
    if (c != '{') {
      return true;
    }
    var close = text.indexOf('}', at);
    var bounds = close < 0 ? "" : text.substring(at, close + 1);
    if (!bounds.matches("\\{[0-9]{1,4}(,([0-9]{1,4})?)?\\}")) {
      return false;
    }
    at = close + 1;
    java.append(bounds);
    return true;
  }

  private boolean escape() {
    var c = next();
    switch (c) {
      case 'n', 'r', 't' -> java.append('\\').append((char) c);
      case 'p', 'P' -> {
        var close = text.indexOf('}', at);
        if (!take('{') || close < 0 || !CATEGORIES.contains(text.substring(at, close))) {
          return false;
        }
        java.append('\\').append((char) c).append('{').append(text, at, close).append('}');
        at = close + 1;
      }
      default -> {
        if (c < 0 || "()*+-.?[\\]^{|}$".indexOf(c) < 0) {
          return false;
        }
        literal(c);
      }
    }
    return true;
  }

  private void literal(int c) {
    if (c < 0x80 && !Character.isLetterOrDigit(c)) {
      java.append(String.format("\\x%02x", c));
    } else {
      java.appendCodePoint(c);
    }
  }

  private boolean characterClass() {
    java.append('[');
    if (take('^')) {
      java.append('^');
    }
    var members = 0;
    if (take('-')) {
      literal('-');
      members++;
    }
    while (peek() >= 0 && peek() != ']') {
      if (peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) == ']') {
        at++;
        literal('-');
      } else if (!member()) {
        return false;
      }
      members++;
    }
    if (members == 0 || !take(']')) {
      return false;
    }
    java.append(']');
    return true;
  }

  private boolean member() {
    var from = single();
    if (from == CATEGORY) {
      return true;
    }
    if (from < 0) {
      return false;
    }
    literal(from);
    var isRange = peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) != ']';
    if (!isRange) {
      return true;
    }
    at++;
    var to = single();
    if (to < from) {
      return false;
    }
    java.append('-');
    literal(to);
    return true;
  }

  private static final int CATEGORY = -2;

  /// One character of a class, [#CATEGORY] where a category was written out, else -1.
  private int single() {
    var c = next();
    if (c == '[' || c == ']' || c == '-') {
      return -1;
    }
    if (c != '\\') {
      return c;
    }
    var escaped = peek();
    if (escaped == 'p' || escaped == 'P') {
      return escape() ? CATEGORY : -1;
    }
    at += escaped < 0 ? 0 : Character.charCount(escaped);
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> escaped >= 0 && "()*+-.?[\\]^{|}$".indexOf(escaped) >= 0 ? escaped : -1;
    };
  }
}
