package dev.plimsoll.core.checklist;

import dev.plimsoll.core.checklist.Expression.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The words and signs of a condition, one after the other.
final class ExpressionTokens {
  private static final Pattern BLANK = Pattern.compile("\\s+");
  private static final Pattern WORD =
      Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)*");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?![A-Za-z0-9_.])");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern SIGN = Pattern.compile("==|!=|<=|>=|[<>()\\[\\],]");

  private final List<Token> tokens = new ArrayList<>();
  private int at;

  ExpressionTokens(String text) throws Malformed {
    var place = 0;
    while (place < text.length()) {
      place = token(text, place);
    }
    tokens.add(new End(text.length() + 1));
  }

  /// One piece; `character` counts from 1.
  sealed interface Token {
    int character();
  }

  record Word(String text, int character) implements Token {}

  record Number(String text, int character) implements Token {}

  record Quoted(String text, int character) implements Token {}

  record Sign(String text, int character) implements Token {}

  record End(int character) implements Token {}

  private int token(String text, int place) throws Malformed {
    var rest = Pattern.compile("").matcher(text).region(place, text.length());
    if (rest.usePattern(BLANK).lookingAt()) {
      return rest.end();
    }
    if (rest.usePattern(WORD).lookingAt()) {
      tokens.add(new Word(rest.group(), place + 1));
    } else if (rest.usePattern(NUMBER).lookingAt()) {
      tokens.add(new Number(rest.group(), place + 1));
    } else if (rest.usePattern(QUOTED).lookingAt()) {
      tokens.add(new Quoted(rest.group().substring(1, rest.group().length() - 1), place + 1));
    } else if (rest.usePattern(SIGN).lookingAt()) {
      tokens.add(new Sign(rest.group(), place + 1));
    } else {
      throw stray(text, place);
    }
    return rest.end();
  }

  private static Malformed stray(String text, int place) {
    var c = text.charAt(place);
    return switch (c) {
      case '=' -> new Malformed(place + 1, "A single '=' is no comparison.", "Write '=='.");
      case '&' -> new Malformed(place + 1, "'&' is no word of a condition.", "Write 'and'.");
      case '|' -> new Malformed(place + 1, "'|' is no word of a condition.", "Write 'or'.");
      case '!' ->
          new Malformed(place + 1, "'!' is no word of a condition.", "Write 'not', or '!='.");
      case '"', '\'' -> new Malformed(place + 1, "The quote is never closed.", "Close it.");
      default ->
          new Malformed(
              place + 1,
              "'" + Character.toString(text.codePointAt(place)) + "' is no part of a condition.",
              "Put texts in quotes.");
    };
  }

  Token peek() {
    return tokens.get(at);
  }

  void next() {
    at++;
  }

  int character() {
    return peek().character();
  }

  boolean isAtEnd() {
    return peek() instanceof End;
  }

  /// Takes a word or sign if it comes next.
  boolean take(String wanted) {
    var taken =
        switch (peek()) {
          case Word(var text, _) -> text.equals(wanted);
          case Sign(var text, _) -> text.equals(wanted);
          default -> false;
        };
    if (taken) {
      at++;
    }
    return taken;
  }

  void demand(String wanted) throws Malformed {
    if (!take(wanted)) {
      throw unexpected("'" + wanted + "'");
    }
  }

  Malformed unexpected(String wanted) {
    var found =
        switch (peek()) {
          case Word(var text, _) -> "'" + text + "'";
          case Number(var text, _) -> text;
          case Quoted(var text, _) -> "the text \"" + text + "\"";
          case Sign(var text, _) -> "'" + text + "'";
          case End _ -> "the end";
        };
    return mistake("Here stands " + found + ", expected " + wanted + ".", "Correct the condition.");
  }

  Malformed mistake(String message, String next) {
    return new Malformed(character(), message, next);
  }
}
