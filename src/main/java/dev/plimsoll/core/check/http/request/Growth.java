package dev.plimsoll.core.check.http.request;

/// By how much something must have grown.
///
/// @param atLeast whether more is as good
public record Growth(long by, boolean atLeast) {
  public boolean holds(long grown) {
    return atLeast ? grown >= by : grown == by;
  }

  @Override
  public String toString() {
    return (atLeast ? "at least " : "exactly ") + by;
  }
}
