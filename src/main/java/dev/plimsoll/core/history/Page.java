package dev.plimsoll.core.history;

/// A page of rows, newest first, found by key and not by counting: as quick at the end of a long
/// history as at its begin.
///
/// @param before only rows older than the one with this number
/// @param limit at most so many rows, 1 to [#LARGEST]
public record Page(long before, int limit) {
  public static final int LARGEST = 1000;

  public Page {
    if (limit < 1 || limit > LARGEST) {
      throw new IllegalArgumentException("a page has 1 to " + LARGEST + " rows, not " + limit);
    }
  }

  /// The newest rows.
  public static Page first(int limit) {
    return new Page(Long.MAX_VALUE, limit);
  }

  /// The rows after the last one of the page before.
  ///
  /// @param n that row's number
  public Page after(long n) {
    return new Page(n, limit);
  }
}
