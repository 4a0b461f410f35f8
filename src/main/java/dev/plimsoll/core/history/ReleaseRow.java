package dev.plimsoll.core.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One release as the history lists it.
///
/// @param n grows with time; names the row in a [Page]
/// @param type patch, minor, major or prerelease
public record ReleaseRow(
    long n,
    String project,
    String product,
    String version,
    @Nullable String type,
    Course course,
    Made made) {
  /// @param lastOn time of the last entry about the release or the opening of a run
  public record Course(Instant openedOn, Instant lastOn, int runs) {}

  /// @param commit where its newest run or its tag stands
  /// @param record digest of its newest record
  /// @param outcome that record's word, null while the release is open
  public record Made(
      @Nullable String tag,
      @Nullable String commit,
      int artifacts,
      @Nullable String record,
      @Nullable String outcome) {}

  public boolean isOpen() {
    return made.outcome == null;
  }
}
