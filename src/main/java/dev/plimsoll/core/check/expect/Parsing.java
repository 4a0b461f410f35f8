package dev.plimsoll.core.check.expect;

import dev.plimsoll.core.check.expect.Expectation.Spelling;
import dev.plimsoll.core.check.expect.ExpectationWords.Word;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One expectation while it is read from left to right. Use it once.
final class Parsing {
  private static final Pattern WITH_NUMBER = Pattern.compile("(nth|regexGroup)\\((\\d{1,6})\\)");

  private final String text;
  private final Position at;
  private final QueryWords queries;
  private String query;
  private final List<Filter> filters = new ArrayList<>();
  private List<Word> words = List.of();
  private int next = 1;
  private boolean not;
  private @Nullable Predicate predicate;
  private String rest = "";
  private Spelling spelling = Spelling.PLAIN;

  Parsing(String text, Position at, QueryWords queries) {
    this.text = text;
    this.at = at;
    this.queries = queries;
    this.query = text.strip().split("[\\s=!<>]", 2)[0];
  }

  /// Reads up to the predicate; what follows it is the [#rest].
  ///
  /// @throws IllegalArgumentException with a sentence where a quote is not closed
  void head(Findings findings) {
    words = ExpectationWords.of(text);
    if (words.size() > 1) {
      var named = query + " " + words.get(1).text();
      if (!Predicate.byWord().containsKey(words.get(1).text()) && queries.kind(named) != null) {
        query = named;
        next = 2;
      }
    }
    var filter = filter();
    while (filter != null) {
      filters.add(filter);
      filter = filter();
    }
    if (next < words.size() && words.get(next).text().equals("not")) {
      not = true;
      next++;
    }
    predicate(findings);
  }

  /// The filter that stands next and what belongs to it, or null.
  private @Nullable Filter filter() {
    if (next >= words.size() || words.get(next).quoted()) {
      return null;
    }
    var word = words.get(next).text();
    var numbered = WITH_NUMBER.matcher(word);
    var number = numbered.matches() ? Integer.parseInt(numbered.group(2)) : -1;
    var name = number < 0 ? word : numbered.group(1);
    var filter =
        switch (name) {
          case "count" -> new Filter.Count();
          case "first" -> new Filter.Nth(0);
          case "toInt" -> new Filter.ToInt();
          case "toString" -> new Filter.ToText();
          case "nth" -> number < 0 ? nthByWord() : new Filter.Nth(number);
          case "jsonpath" -> withText() == null ? null : new Filter.Path(followingText());
          case "regex", "regexGroup" ->
              withText() == null
                  ? null
                  : new Filter.Regex(followingText(), number < 0 ? 1 : number);
          default -> null;
        };
    next += filter == null ? 0 : 1;
    return filter;
  }

  private @Nullable Filter nthByWord() {
    var number = next + 1 < words.size() ? words.get(next + 1).text() : "";
    if (!number.matches("\\d{1,6}")) {
      return null;
    }
    next++;
    return new Filter.Nth(Integer.parseInt(number));
  }

  private @Nullable Word withText() {
    return next + 1 < words.size() ? words.get(next + 1) : null;
  }

  private String followingText() {
    return words.get(++next).text();
  }

  private void predicate(Findings findings) {
    if (next >= words.size()) {
      var isOpen =
          text.chars().filter(c -> c == '[').count() > text.chars().filter(c -> c == ']').count();
      if (isOpen) {
        findings.error(at, "A [ in '" + text + "' is not closed.", "Close it with ].");
        return;
      }
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
          "'" + word.text() + "' is no predicate.",
          Nearest.hint(word.text(), Predicate.words()));
      return;
    }
    predicate = found;
    var isOneQuoted = next + 2 == words.size() && words.get(next + 1).quoted();
    spelling = isOneQuoted ? Spelling.QUOTED : Spelling.PLAIN;
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

  Expectation expectation(Predicate predicate, String value, Spelling spelling) {
    return new Expectation(query, filters, not, predicate, value, spelling);
  }

  String rest() {
    return rest;
  }

  Spelling spelling() {
    return spelling;
  }
}
