package dev.plimsoll.core.history;

import java.util.List;
import java.util.Locale;

/// One line of an entry's words, around the first term that is found in it.
final class Excerpt {
  private static final int BEFORE = 40;
  private static final int LONGEST = 160;

  private Excerpt() {}

  static String of(String words, List<String> terms) {
    for (var line : words.lines().toList()) {
      for (var term : terms) {
        var at = line.toLowerCase(Locale.ROOT).indexOf(term.toLowerCase(Locale.ROOT));
        if (at >= 0) {
          return cut(line, at);
        }
      }
    }
    return cut(words.replace('\n', ' '), 0);
  }

  private static String cut(String line, int at) {
    var begin = at > BEFORE ? at - BEFORE : 0;
    var end = Math.min(line.length(), begin + LONGEST);
    if (begin > 0 && Character.isLowSurrogate(line.charAt(begin))) {
      begin--;
    }
    if (end < line.length() && Character.isLowSurrogate(line.charAt(end))) {
      end--;
    }
    return (begin > 0 ? "…" : "") + line.substring(begin, end) + (end < line.length() ? "…" : "");
  }
}
