package dev.plimsoll.core.check.http.exchange;

import dev.plimsoll.core.check.http.request.Words;
import java.time.Duration;

/// The time that an attempt at a step may take, running since it began.
///
/// @param limit all of it
/// @param endNanos of `System.nanoTime()`
public record TimeLeft(Duration limit, long endNanos) {
  public static TimeLeft of(Duration limit) {
    return new TimeLeft(limit, System.nanoTime() + limit.toNanos());
  }

  /// Zero once it is over.
  public Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  public boolean isOver() {
    return endNanos - System.nanoTime() <= 0;
  }

  /// Whether a wait would leave nothing.
  public boolean isShorterThan(Duration wait) {
    return left().compareTo(wait) <= 0;
  }

  /// `the step's time of 2m`
  public String words() {
    return "the step's time of " + Words.of(limit);
  }

  /// What to do about it, a whole sentence.
  public String next() {
    return "Allow the step more time under its own timeout, or ask for less.";
  }
}
