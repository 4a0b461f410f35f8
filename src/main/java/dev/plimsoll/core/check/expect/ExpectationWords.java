package dev.plimsoll.core.check.expect;

import java.util.ArrayList;
import java.util.List;

/// Cuts an expectation into words: blanks part them, quotes hold them together, a comparing sign
/// needs no blanks around it.
final class ExpectationWords {
  private static final String SIGNS = "=!<>";

  /// @param text the word, without its quotes
  /// @param quoted whether it stood in quotes
  /// @param at where it begins in the expectation
  record Word(String text, boolean quoted, int at) {}

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private int at;

  private ExpectationWords(String text) {
    this.text = text;
  }

  /// @throws IllegalArgumentException with a sentence where a quote is not closed
  static List<Word> of(String text) {
    var cutter = new ExpectationWords(text);
    while (cutter.at < text.length()) {
      cutter.next();
    }
    return cutter.words;
  }

  private void next() {
    var first = text.charAt(at);
    if (Character.isWhitespace(first)) {
      at++;
    } else if (first == '"' || first == '\'') {
      words.add(quoted(first));
    } else if (SIGNS.indexOf(first) >= 0) {
      var from = at;
      while (at < text.length() && SIGNS.indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      words.add(new Word(text.substring(from, at), false, from));
    } else {
      var from = at;
      var brackets = 0;
      while (at < text.length() && (brackets > 0 || !endsWord(text.charAt(at)))) {
        // a bare JSONPath query holds together what stands in its brackets
        if (first == '$' && text.charAt(at) == '[') {
          brackets++;
        } else if (first == '$' && text.charAt(at) == ']') {
          brackets--;
        }
        at++;
      }
      words.add(new Word(text.substring(from, at), false, from));
    }
  }

  private static boolean endsWord(char c) {
    return Character.isWhitespace(c) || SIGNS.indexOf(c) >= 0;
  }

  /// In double quotes `\"` stands for a quote; every other backslash stays, as regular expressions
  /// need it.
  private Word quoted(char quote) {
    var from = at++;
    var word = new StringBuilder();
    while (at < text.length()) {
      var next = text.charAt(at++);
      if (next == quote) {
        return new Word(word.toString(), true, from);
      }
      var hides = next == '\\' && quote == '"' && at < text.length() && text.charAt(at) == quote;
      word.append(hides ? text.charAt(at++) : next);
    }
    throw new IllegalArgumentException("The quote in '" + text + "' is not closed.");
  }
}
