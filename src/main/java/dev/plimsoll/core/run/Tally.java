package dev.plimsoll.core.run;

/// How many responses a running step has seen, for the list of steps.
///
/// @param failed how many of them did not meet what the step expects
public record Tally(long count, long failed) {
  public static final Tally NONE = new Tally(0, 0);
}
