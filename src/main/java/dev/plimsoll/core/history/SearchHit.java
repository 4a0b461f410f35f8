package dev.plimsoll.core.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry that a search found.
///
/// @param n grows with time over all projects; names the row in a [Page]
/// @param seq its number in the project's log
/// @param excerpt one line around what was looked for
public record SearchHit(
    long n,
    String project,
    long seq,
    Instant time,
    String event,
    String actor,
    Place place,
    String excerpt) {
  /// Where it belongs, as far as it says.
  public record Place(@Nullable String run, @Nullable String step, @Nullable String version) {}
}
