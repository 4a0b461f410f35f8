package dev.plimsoll.core.check.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One assertion.
///
/// @param query what is looked at: `stdout`
/// @param filters what is made of it first, in order
/// @param not whether the predicate must not hold
/// @param predicate what must hold
/// @param value what is compared with, variables unresolved; empty where the predicate takes none
/// @param spelling how the value is meant where JSON is looked at
public record Expectation(
    String query,
    List<Filter> filters,
    boolean not,
    Predicate predicate,
    String value,
    Spelling spelling) {
  private static final Pattern VARIABLE = Pattern.compile("\\{[A-Za-z][A-Za-z0-9_.-]*\\}");

  /// How a value is meant.
  public enum Spelling {
    /// In quotes: a text, whatever it looks like.
    QUOTED,
    /// As it looks: a number, true, false, null, else a text.
    PLAIN,
    /// It came from a variable: whatever it is compared with.
    LOOSE
  }

  public Expectation {
    filters = List.copyOf(filters);
  }

  /// An assertion about a text, a number or a time.
  ///
  /// @param extract a regular expression whose first group is taken out first, or null
  /// @param toInt whether the text is then read as a whole number
  public Expectation(
      String query,
      @Nullable String extract,
      boolean toInt,
      boolean not,
      Predicate predicate,
      String value) {
    this(query, filters(extract, toInt), not, predicate, value, Spelling.PLAIN);
  }

  private static List<Filter> filters(@Nullable String extract, boolean toInt) {
    var filters = new ArrayList<Filter>();
    if (extract != null) {
      filters.add(new Filter.Regex(extract, 1));
    }
    if (toInt) {
      filters.add(new Filter.ToInt());
    }
    return filters;
  }

  /// The assertion with every `{name}` in it replaced. What is put into a regular expression stands
  /// for itself there, and what is put into a JSONPath query cannot end the quotes it stands in.
  public Expectation resolved(UnaryOperator<String> resolve, UnaryOperator<String> resolveQuoted) {
    var isPattern = predicate == Predicate.MATCHES;
    var isLoose = spelling == Spelling.PLAIN && VARIABLE.matcher(value).find();
    return new Expectation(
        query,
        filters.stream().map(filter -> resolved(filter, resolve, resolveQuoted)).toList(),
        not,
        predicate,
        isPattern ? resolveQuoted.apply(value) : resolve.apply(value),
        isLoose ? Spelling.LOOSE : spelling);
  }

  private static Filter resolved(
      Filter filter, UnaryOperator<String> resolve, UnaryOperator<String> resolveQuoted) {
    return switch (filter) {
      case Filter.Regex(var pattern, var group) ->
          new Filter.Regex(resolveQuoted.apply(pattern), group);
      case Filter.Path(var path) ->
          new Filter.Path(
              VARIABLE
                  .matcher(path)
                  .replaceAll(name ->
                      Matcher.quoteReplacement(
                          resolve.apply(name.group()).replaceAll("[\\\\'\"]", "\\\\$0"))));
      default -> filter;
    };
  }

  /// A value as it stands for itself in a regular expression.
  public static String quoted(String value) {
    return Pattern.quote(value);
  }

  /// In one line, as it would be written.
  @Override
  public String toString() {
    var words = new StringBuilder(query);
    filters.forEach(filter -> words.append(' ').append(filter.words()));
    words.append(not ? " not " : " ").append(predicate.word());
    if (predicate.takesValue()) {
      words.append(' ').append(spelling == Spelling.QUOTED ? '"' + value + '"' : value);
    }
    return words.toString();
  }
}
