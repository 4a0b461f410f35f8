package dev.plimsoll.core.checklist.requests;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Texts in which variables are marked, so that their braces are never taken for other braces.
final class Marked {
  private static final char OPEN = '\uE000';
  private static final char CLOSE = '\uE001';
  private static final Pattern VARIABLE = Pattern.compile(OPEN + "([^" + CLOSE + "]*)" + CLOSE);
  private static final Pattern DOUBLE = Pattern.compile("\\{\\{\\s*([^{}]{1,200}?)\\s*}}");

  private Marked() {}

  static String variable(String name) {
    return OPEN + name + CLOSE;
  }

  /// What cannot stand in a source: the marks themselves.
  static String cleaned(String source) {
    return source.replace(OPEN, '\uFFFD').replace(CLOSE, '\uFFFD');
  }

  /// `{{name}}` as Postman and .http files write variables.
  static String ofDoubleBraces(String text) {
    return DOUBLE.matcher(text).replaceAll(hit -> OPEN + hit.group(1).replace("$", "\\$") + CLOSE);
  }

  static boolean hasVariable(String text) {
    return text.indexOf(OPEN) >= 0;
  }

  /// The name, where the text is a variable and nothing else; else an empty text.
  static String only(String text) {
    var matcher = VARIABLE.matcher(text);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /// Every part turned into what stands in the checklist.
  static String mapped(String text, UnaryOperator<String> literal, UnaryOperator<String> variable) {
    var mapped = new StringBuilder();
    var matcher = VARIABLE.matcher(text);
    var from = 0;
    while (matcher.find()) {
      mapped.append(literal.apply(text.substring(from, matcher.start())));
      mapped.append(variable.apply(matcher.group(1)));
      from = matcher.end();
    }
    return mapped.append(literal.apply(text.substring(from))).toString();
  }
}
