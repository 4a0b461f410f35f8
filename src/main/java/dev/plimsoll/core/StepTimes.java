package dev.plimsoll.core;

import java.time.Instant;

/// How long the requests of one step took in one release, as its last attempt there measured them.
///
/// @param on when that attempt ended
/// @param passed whether the step passed then
public record StepTimes(String version, Instant on, boolean passed, Measured measured) {
  /// @param count requests
  /// @param median microseconds
  /// @param p95 microseconds
  public record Measured(long count, long median, long p95) {}
}
