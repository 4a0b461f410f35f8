package dev.plimsoll.core.checklist.requests;

import java.util.ArrayList;
import java.util.List;

/// Splits text into the commands and words of a POSIX shell (IEEE Std 1003.1, chapter 2: quoting,
/// comments, line continuation), with `$'...'` of bash. Variables are marked, nothing is expanded.
/// Use it once.
final class ShellWords {
  /// @param words marked
  /// @param first the line on which it begins, from 1
  /// @param last the line on which it ends
  /// @param odd what it uses that has no value without a shell, or an empty text
  record Command(List<String> words, int first, int last, String odd) {
    Command {
      words = List.copyOf(words);
    }
  }

  private final String text;
  private final List<Command> commands = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;
  private int line = 1;
  private int first = 1;
  private String odd = "";

  private ShellWords(String text) {
    this.text = text;
  }

  static List<Command> of(String text) {
    var words = new ShellWords(text);
    words.split();
    return words.commands;
  }

  private void split() {
    while (at < text.length()) {
      var c = text.charAt(at++);
      switch (c) {
        case '\\' -> backslash();
        case '\'' -> single();
        case '"' -> quoted();
        case '$' -> dollar();
        case '`' -> substitution("a command in backquotes");
        case ' ', '\t' -> endWord();
        case '\n' -> {
          endCommand();
          line++;
        }
        case ';', '|', '&' -> operator(c);
        case '#' -> {
          if (inWord) {
            add(c);
          } else {
            skipComment();
          }
        }
        case '<', '>' -> redirection();
        default -> add(c);
      }
    }
    endCommand();
  }

  private void add(char c) {
    if (!inWord && words.isEmpty()) {
      first = line;
    }
    inWord = true;
    word.append(c);
  }

  private void add(String piece) {
    if (!inWord && words.isEmpty()) {
      first = line;
    }
    inWord = true;
    word.append(piece);
  }

  private void backslash() {
    if (at >= text.length()) {
      return;
    }
    var c = text.charAt(at++);
    if (c == '\n') {
      line++;
    } else {
      add(c);
    }
  }

  private void single() {
    add("");
    while (at < text.length() && text.charAt(at) != '\'') {
      append(text.charAt(at++));
    }
    close("'");
  }

  private void append(char c) {
    if (c == '\n') {
      line++;
    }
    word.append(c);
  }

  private void close(String quote) {
    if (at < text.length()) {
      at++;
    } else {
      odd = "a " + quote + " that is not closed";
    }
  }

  private void quoted() {
    add("");
    while (at < text.length() && text.charAt(at) != '"') {
      var c = text.charAt(at++);
      if (c == '\\' && at < text.length() && "$`\"\\\n".indexOf(text.charAt(at)) >= 0) {
        var escaped = text.charAt(at++);
        if (escaped == '\n') {
          line++;
        } else {
          word.append(escaped);
        }
      } else if (c == '$') {
        dollar();
      } else if (c == '`') {
        substitution("a command in backquotes");
      } else {
        append(c);
      }
    }
    close("\"");
  }

  private void dollar() {
    var rest = text.substring(at, Math.min(text.length(), at + 200));
    var matcher =
        java.util.regex.Pattern.compile("^(?:\\{([A-Za-z_]\\w*)(?::?-([^}$`]*))?}|([A-Za-z_]\\w*))")
            .matcher(rest);
    if (matcher.find()) {
      at += matcher.end();
      add(Marked.variable(matcher.group(1) == null ? matcher.group(3) : matcher.group(1)));
    } else if (rest.startsWith("'")) {
      at++;
      ansi();
    } else if (rest.startsWith("(")) {
      substitution("the output of a command");
    } else {
      add('$');
    }
  }

  /// `$'...'`
  private void ansi() {
    add("");
    while (at < text.length() && text.charAt(at) != '\'') {
      var c = text.charAt(at++);
      if (c == '\\' && at < text.length()) {
        var escaped = text.charAt(at++);
        word.append(
            switch (escaped) {
              case 'n' -> '\n';
              case 'r' -> '\r';
              case 't' -> '\t';
              default -> escaped;
            });
      } else {
        append(c);
      }
    }
    close("'");
  }

  /// Up to its end, brackets and quotes inside it balanced as far as they plainly are.
  private void substitution(String what) {
    odd = what;
    add('?');
    var open = 1;
    var closing = what.contains("backquotes") ? '`' : ')';
    at += closing == ')' ? 1 : 0;
    while (at < text.length() && open > 0) {
      var c = text.charAt(at++);
      if (c == closing) {
        open--;
      } else if (c == '(' && closing == ')') {
        open++;
      } else if (c == '\n') {
        line++;
      }
    }
  }

  private void operator(char c) {
    endWord();
    if (at < text.length() && text.charAt(at) == c) {
      at++;
    } else if (c == '|') {
      odd = odd.isEmpty() ? "|" : odd;
      endCommand();
      odd = "behind |";
      return;
    }
    endCommand();
  }

  private void skipComment() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  /// `> file`, `2>&1`: where the answer goes says nothing about it.
  private void redirection() {
    if (word.toString().matches("\\d+")) {
      word.setLength(0);
      inWord = false;
    }
    endWord();
    while (at < text.length() && "<>&| \t".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    while (at < text.length() && " \t\n;|&".indexOf(text.charAt(at)) < 0) {
      at++;
    }
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }

  private void endCommand() {
    endWord();
    if (!words.isEmpty()) {
      commands.add(new Command(words, first, line, odd));
      words.clear();
    }
    odd = "";
  }
}
