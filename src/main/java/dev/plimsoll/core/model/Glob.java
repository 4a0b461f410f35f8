package dev.plimsoll.core.model;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A pattern over names of tags, branches and files with `/` between their parts, the same on every
/// system.
///
/// `*` stands for anything but `/`, `**` for anything, `?` for one character but `/`, `[a-c]` for
/// one of a set (`[!a-c]` for one outside it), `{one,two}` for either. A backslash takes the next
/// character as it is. Upper and lower case differ.
public final class Glob {
  private static final int LONGEST = 256;

  private final String text;
  private final Pattern pattern;

  private Glob(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /// The pattern.
  ///
  /// @throws IllegalArgumentException with a sentence for a person where `text` is none
  public static Glob of(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("A pattern cannot be empty.");
    }
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("A pattern has at most " + LONGEST + " characters.");
    }
    return new Glob(text, Pattern.compile(new Translation(text).regex(), Pattern.DOTALL));
  }

  /// Why `text` is no pattern, or null where it is one.
  public static @Nullable String mistake(String text) {
    try {
      of(text);
      return null;
    } catch (IllegalArgumentException mistake) {
      return mistake.getMessage();
    }
  }

  /// The first of `globs` that matches; patterns that are none match nothing.
  public static Optional<String> firstMatch(Iterable<String> globs, String name) {
    for (var glob : globs) {
      if (mistake(glob) == null && of(glob).matches(name)) {
        return Optional.of(glob);
      }
    }
    return Optional.empty();
  }

  public boolean matches(String name) {
    return pattern.matcher(name).matches();
  }

  @Override
  public String toString() {
    return text;
  }

  /// One pass from left to right over the pattern.
  private static final class Translation {
    private final String glob;
    private final StringBuilder regex = new StringBuilder();
    private int at;
    private boolean inBraces;

    Translation(String glob) {
      this.glob = glob;
    }

    String regex() {
      while (at < glob.length()) {
        step(glob.charAt(at++));
      }
      if (inBraces) {
        throw new IllegalArgumentException("The '{' in '" + glob + "' is never closed.");
      }
      return regex.toString();
    }

    private void step(char c) {
      switch (c) {
        case '*' -> stars();
        case '?' -> regex.append("[^/]");
        case '[' -> set();
        case '{' -> openBrace();
        case '}' -> closeBrace();
        case ',' -> regex.append(inBraces ? "|" : ",");
        case '\\' ->
            escape(next("The backslash at the end of '" + glob + "' has nothing after it."));
        default -> escape(c);
      }
    }

    private void stars() {
      var crossing = false;
      while (at < glob.length() && glob.charAt(at) == '*') {
        crossing = true;
        at++;
      }
      if (crossing && at < glob.length() && glob.charAt(at) == '/') {
        at++;
        regex.append("(?:.*/)?"); // a/**/b means a/b as well
      } else {
        regex.append(crossing ? ".*" : "[^/]*");
      }
    }

    private void openBrace() {
      if (inBraces) {
        throw new IllegalArgumentException("The pattern '" + glob + "' has braces inside braces.");
      }
      inBraces = true;
      regex.append("(?:");
    }

    private void closeBrace() {
      regex.append(inBraces ? ")" : "\\}");
      inBraces = false;
    }

    private void set() {
      var unclosed = "The '[' in '" + glob + "' is never closed.";
      regex.append("(?!/)[");
      var c = next(unclosed);
      if (c == '!' || c == '^') {
        regex.append('^');
        c = next(unclosed);
      }
      do {
        setItem(c, unclosed);
        c = next(unclosed);
      } while (c != ']');
      regex.append(']');
    }

    private void setItem(char c, String unclosed) {
      escape(c);
      if (at + 1 < glob.length() && glob.charAt(at) == '-' && glob.charAt(at + 1) != ']') {
        at++;
        var end = next(unclosed);
        if (end < c) {
          throw new IllegalArgumentException(
              "The range " + c + "-" + end + " in '" + glob + "' runs backwards.");
        }
        regex.append('-');
        escape(end);
      }
    }

    private void escape(char c) {
      if ("\\[](){}.*+?^$|&-~#".indexOf(c) >= 0) {
        regex.append('\\');
      }
      regex.append(c);
    }

    private char next(String otherwise) {
      if (at >= glob.length()) {
        throw new IllegalArgumentException(otherwise);
      }
      return glob.charAt(at++);
    }
  }
}
