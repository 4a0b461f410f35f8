package dev.plimsoll.core.check.jsonpath;

/// Looks for a regular expression in a text, within bounds of its own choice.
@FunctionalInterface
public interface RegexSearch {
  /// @param regex in the dialect of `java.util.regex`
  /// @throws JsonPathLimitException where the search takes too long
  boolean found(String regex, String text);
}
