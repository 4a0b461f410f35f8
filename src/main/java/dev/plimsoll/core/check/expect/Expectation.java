package dev.plimsoll.core.check.expect;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One assertion.
///
/// @param query what is looked at: `stdout`
/// @param extract a regular expression whose first group is taken out of a text first, or null
/// @param toInt whether the text is then read as a whole number
/// @param not whether the predicate must not hold
/// @param value what is compared with, variables unresolved; empty where the predicate takes none
public record Expectation(
    String query,
    @Nullable String extract,
    boolean toInt,
    boolean not,
    Predicate predicate,
    String value) {

  /// The assertion with every `{name}` in it replaced. What is put into a regular expression stands
  /// for itself there.
  public Expectation resolved(UnaryOperator<String> resolve, UnaryOperator<String> resolveQuoted) {
    var isPattern = predicate == Predicate.MATCHES;
    return new Expectation(
        query,
        extract == null ? null : resolveQuoted.apply(extract),
        toInt,
        not,
        predicate,
        isPattern ? resolveQuoted.apply(value) : resolve.apply(value));
  }

  /// A value as it stands for itself in a regular expression.
  public static String quoted(String value) {
    return Pattern.quote(value);
  }

  /// In one line, as it would be written.
  @Override
  public String toString() {
    return query
        + (extract == null ? "" : " regex \"" + extract + "\"")
        + (toInt ? " toInt" : "")
        + (not ? " not " : " ")
        + predicate.word()
        + (predicate.takesValue() ? " " + value : "");
  }
}
