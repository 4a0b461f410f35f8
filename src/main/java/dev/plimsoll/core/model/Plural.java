package dev.plimsoll.core.model;

/// A number with its word, for sentences: `1 commit`, `2 commits`, `0 entries`.
public final class Plural {
  private Plural() {}

  /// @param one the word for one thing, whose plural ends in s: `commit`
  public static String of(long count, String one) {
    return of(count, one, one + "s");
  }

  public static String of(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
