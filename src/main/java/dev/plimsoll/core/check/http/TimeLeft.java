package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.http.request.Words;
import java.time.Duration;

/// The time that an attempt at a step may take, running since it began.
///
/// @param limit all of it
/// @param endNanos of `System.nanoTime()`
record TimeLeft(Duration limit, long endNanos) {
  static TimeLeft of(Duration limit) {
    return new TimeLeft(limit, System.nanoTime() + limit.toNanos());
  }

  /// Zero once it is over.
  Duration left() {
    return Duration.ofNanos(Math.max(0, endNanos - System.nanoTime()));
  }

  boolean isOver() {
    return endNanos - System.nanoTime() <= 0;
  }

  /// Whether a wait would leave nothing.
  boolean isShorterThan(Duration wait) {
    return left().compareTo(wait) <= 0;
  }

  /// `the step's time of 2m`
  String words() {
    return "the step's time of " + Words.of(limit);
  }

  /// What to do about it, a whole sentence.
  String next() {
    return "Allow the step more time under its own timeout, or ask for less.";
  }
}
