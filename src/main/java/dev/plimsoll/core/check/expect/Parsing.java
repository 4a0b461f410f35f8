package dev.plimsoll.core.check.expect;

import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.model.Position;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// One expectation while it is read from left to right. Use it once.
final class Parsing {
  private static final Set<String> LATER =
      Set.of(
          "count",
          "nth",
          "first",
          "toString",
          "regexGroup",
          "exists",
          "isInteger",
          "isString",
          "isBoolean",
          "isCollection");

  private final String text;
  private final Position at;
  private final String query;
  private @Nullable String extract;
  private boolean toInt;
  private boolean not;
  private @Nullable Predicate predicate;
  private String rest = "";

  Parsing(String text, Position at) {
    this.text = text;
    this.at = at;
    this.query = text.strip().split("[\\s=!<>]", 2)[0];
  }

  /// Reads up to the predicate; what follows it is the [#rest].
  void head(Findings findings) {
    if (query.equals("jsonpath")) {
      predicate = Predicate.EQUALS; // the caller says what is wrong with the query
      return;
    }
    var words = ExpectationWords.of(text);
    var next = 1;
    while (next < words.size() && isFilter(words.get(next))) {
      if (words.get(next).text().equals("toInt")) {
        toInt = true;
      } else if (++next < words.size()) {
        extract = words.get(next).text();
      }
      next++;
    }
    if (next < words.size() && words.get(next).text().equals("not")) {
      not = true;
      next++;
    }
    predicate(words, next, findings);
  }

  private static boolean isFilter(ExpectationWords.Word word) {
    return !word.quoted() && (word.text().equals("regex") || word.text().equals("toInt"));
  }

  private void predicate(List<ExpectationWords.Word> words, int next, Findings findings) {
    if (next >= words.size()) {
      findings.error(
          at,
          "'" + text + "' does not say what must hold.",
          "Add one of: " + String.join(", ", Predicate.words()) + ".");
      return;
    }
    var word = words.get(next);
    var found = Predicate.byWord().get(word.text());
    if (found == null) {
      findings.error(
          at,
          LATER.contains(word.text())
              ? "'" + word.text() + "' is not in this version."
              : "'" + word.text() + "' is no predicate.",
          Nearest.hint(word.text(), Predicate.words()));
      return;
    }
    predicate = found;
    var isOneQuoted = next + 2 == words.size() && words.get(next + 1).quoted();
    rest =
        isOneQuoted
            ? words.get(next + 1).text()
            : text.substring(word.at() + word.text().length()).strip();
  }

  void ifComplete(BiConsumer<Parsing, Predicate> use) {
    if (predicate != null) {
      use.accept(this, predicate);
    }
  }

  Position at() {
    return at;
  }

  String query() {
    return query;
  }

  @Nullable String extract() {
    return extract;
  }

  boolean toInt() {
    return toInt;
  }

  boolean not() {
    return not;
  }

  String rest() {
    return rest;
  }
}
