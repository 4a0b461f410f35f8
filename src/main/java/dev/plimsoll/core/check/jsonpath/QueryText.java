package dev.plimsoll.core.check.jsonpath;

import java.math.BigDecimal;

/// The text of a query, read from left to right: blanks, names, strings and numbers.
final class QueryText {
  private static final long LARGEST = (1L << 53) - 1;

  private final String text;
  private int at;

  QueryText(String text) {
    this.text = text;
  }

  boolean atEnd() {
    return at >= text.length();
  }

  int at() {
    return at;
  }

  /// The character that comes next, 0 at the end.
  char peek() {
    return atEnd() ? 0 : text.charAt(at);
  }

  boolean startsWith(String word) {
    return text.startsWith(word, at);
  }

  boolean take(String word) {
    var there = startsWith(word);
    at += there ? word.length() : 0;
    return there;
  }

  void expect(String word) throws JsonPathSyntaxException {
    if (!take(word)) {
      throw wrong("Expected '" + word + "'" + insteadOf());
    }
  }

  void back(int to) {
    at = to;
  }

  /// @return whether there were any
  boolean blanks() {
    var from = at;
    while (!atEnd() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at > from;
  }

  String insteadOf() {
    return atEnd()
        ? ", and the query ends."
        : ", not '" + Character.toString(text.codePointAt(at)) + "'.";
  }

  JsonPathSyntaxException wrong(String sentence) {
    return new JsonPathSyntaxException(sentence, at);
  }

  /// The name after a dot.
  String shorthand() throws JsonPathSyntaxException {
    var from = at;
    while (!atEnd()) {
      var c = text.codePointAt(at);
      var first =
          c == '_'
              || (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= 0x80 && !(c >= 0xD800 && c <= 0xDFFF));
      if (!first && !(at > from && c >= '0' && c <= '9')) {
        break;
      }
      at += Character.charCount(c);
    }
    if (from == at) {
      throw wrong("Expected a name" + insteadOf());
    }
    return text.substring(from, at);
  }

  /// Small letters, digits and underscores; empty where none stands here.
  String functionName() {
    var from = at;
    while (!atEnd() && (isLetter(peek()) || (at > from && (isDigit(peek()) || peek() == '_')))) {
      at++;
    }
    return text.substring(from, at);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// A whole number as indexes are written.
  long index() throws JsonPathSyntaxException {
    var from = at;
    take("-");
    digits();
    var written = text.substring(from, at);
    var bare = written.startsWith("-") ? written.substring(1) : written;
    if (bare.startsWith("0") && written.length() > 1) {
      at = from;
      throw wrong("'" + written + "' is no index: a zero stands before it.");
    }
    if (bare.length() > 16 || Math.abs(Long.parseLong(written)) > LARGEST) {
      at = from;
      throw wrong("'" + written + "' is larger than an index may be.");
    }
    return Long.parseLong(written);
  }

  private void digits() throws JsonPathSyntaxException {
    var from = at;
    while (isDigit(peek())) {
      at++;
    }
    if (from == at) {
      throw wrong("Expected a digit" + insteadOf());
    }
  }

  BigDecimal number() throws JsonPathSyntaxException {
    var from = at;
    take("-");
    var whole = at;
    digits();
    if (text.charAt(whole) == '0' && at > whole + 1) {
      at = from;
      throw wrong("A number does not begin with 0.");
    }
    if (take(".")) {
      digits();
    }
    if (take("e") || take("E")) {
      if (!take("+")) {
        take("-");
      }
      digits();
    }
    try {
      return new BigDecimal(text.substring(from, at));
    } catch (NumberFormatException tooLarge) {
      at = from;
      throw wrong("This number is too large.");
    }
  }

  /// A text in quotes, which stands here.
  String string() throws JsonPathSyntaxException {
    var quote = peek();
    var from = at++;
    var read = new StringBuilder();
    while (true) {
      if (atEnd()) {
        at = from;
        throw wrong("The quote is not closed.");
      }
      var c = text.codePointAt(at);
      if (c < ' ') {
        throw wrong("A control character must be written as an escape.");
      }
      if (c >= 0xD800 && c <= 0xDFFF) {
        throw wrong("Half a character stands here.");
      }
      at += Character.charCount(c);
      if (c == quote) {
        return read.toString();
      }
      if (c == '\\') {
        escape(quote, read);
      } else {
        read.appendCodePoint(c);
      }
    }
  }

  private void escape(char quote, StringBuilder read) throws JsonPathSyntaxException {
    var c = peek();
    at++;
    switch (c) {
      case 'b' -> read.append('\b');
      case 'f' -> read.append('\f');
      case 'n' -> read.append('\n');
      case 'r' -> read.append('\r');
      case 't' -> read.append('\t');
      case '/', '\\' -> read.append(c);
      case 'u' -> read.append(unicode());
      default -> {
        if (c != quote) {
          at -= 2;
          throw wrong("There is no such escape.");
        }
        read.append(c);
      }
    }
  }

  private String unicode() throws JsonPathSyntaxException {
    var first = (char) hex();
    if (Character.isLowSurrogate(first)) {
      throw wrong("The second half of a character stands alone.");
    }
    if (!Character.isHighSurrogate(first)) {
      return String.valueOf(first);
    }
    expect("\\u");
    var second = (char) hex();
    if (!Character.isLowSurrogate(second)) {
      throw wrong("The first half of a character stands alone.");
    }
    return new String(new char[] {first, second});
  }

  private int hex() throws JsonPathSyntaxException {
    var value = 0;
    for (var i = 0; i < 4; i++) {
      var c = peek();
      var digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        throw wrong("Expected four hexadecimal digits" + insteadOf());
      }
      value = value * 16 + digit;
      at++;
    }
    return value;
  }
}
