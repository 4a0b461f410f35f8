package dev.plimsoll.core.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a person typed, as FTS5 wants it: every word must occur; `"several words"` stand together;
/// `word*` begins so, and so does the last word while it is still being typed. Nothing a person
/// types is an operator or an error.
record SearchPhrase(List<String> terms, String query) {
  private static final Pattern PART = Pattern.compile("\"([^\"]*)\"?|([^\\s\"]+)");
  private static final int SHORTEST_PREFIX = 3;
  private static final int MOST_TERMS = 16;

  /// Empty where nothing of it can be looked for.
  static Optional<SearchPhrase> of(String typed) {
    var terms = new ArrayList<String>();
    var query = new ArrayList<String>();
    var parts = PART.matcher(typed);
    while (parts.find() && terms.size() < MOST_TERMS) {
      var phrase = parts.group(1);
      var word = phrase == null ? parts.group(2) : phrase;
      if (word.codePoints().noneMatch(Character::isLetterOrDigit)) {
        continue;
      }
      var last = parts.end() == typed.length();
      var prefix =
          phrase == null && (word.endsWith("*") || (last && word.length() >= SHORTEST_PREFIX));
      var term = word.replace("*", " ").replace('\0', ' ').strip();
      terms.add(term);
      query.add("\"" + term + "\"" + (prefix ? "*" : ""));
    }
    return terms.isEmpty()
        ? Optional.empty()
        : Optional.of(new SearchPhrase(List.copyOf(terms), String.join(" ", query)));
  }
}
