package dev.plimsoll.core.history;

/// A number of rows, counted no further than anybody reads.
///
/// @param atLeast the number itself, or the cap where there are more
public record CappedCount(int atLeast, boolean capped) {
  static final int CAP = 1000;

  static CappedCount of(long counted) {
    return new CappedCount((int) Math.min(counted, CAP), counted > CAP);
  }

  /// `37`, or `1000+`
  public String words() {
    return atLeast + (capped ? "+" : "");
  }
}
