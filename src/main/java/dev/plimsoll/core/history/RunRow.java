package dev.plimsoll.core.history;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.RunState.Phase;
import dev.plimsoll.core.model.Standing;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One run as the history lists it.
///
/// @param n grows with time; names the row in a [Page]
/// @param run the run's id
/// @param counts how many steps stand where; [Standing#WAIVED] and [Standing#DEFERRED] on top of
///   what they earned
public record RunRow(
    long n,
    String project,
    String run,
    Release release,
    Checklist checklist,
    Course course,
    Source source,
    int steps,
    Map<Standing, Integer> counts) {
  public RunRow {
    counts = Map.copyOf(counts);
  }

  public record Release(String product, String version, @Nullable String type) {}

  public record Checklist(String id, String title, String sha256) {}

  /// @param decision the word of the decision when it was last paused or sealed, null where none
  ///   was told
  /// @param reason why it is paused or was aborted
  public record Course(
      Phase phase,
      @Nullable String decision,
      @Nullable String reason,
      Instant openedOn,
      Instant lastOn,
      long firstSeq,
      long lastSeq) {}

  /// Who walked it, over what.
  public record Source(
      Actor operator,
      @Nullable String commit,
      @Nullable String branch,
      boolean dirty,
      boolean solo,
      boolean rehearsal) {}

  public int count(Standing standing) {
    return counts.getOrDefault(standing, 0);
  }
}
