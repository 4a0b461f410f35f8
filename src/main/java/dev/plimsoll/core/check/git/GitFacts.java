package dev.plimsoll.core.check.git;

import dev.plimsoll.core.git.AheadBehind;
import dev.plimsoll.core.git.Commit;
import dev.plimsoll.core.git.CommitRange;
import dev.plimsoll.core.git.DirtyPaths;
import dev.plimsoll.core.git.GitTag;
import dev.plimsoll.core.model.TagMade;
import org.jspecify.annotations.Nullable;

/// What was read of a repository; null where nobody asked or there is nothing.
///
/// @param place what is checked out
/// @param dirty what is not committed
/// @param tag the tag that was asked about
/// @param remote the tracked branch and the origin
/// @param direct commits since the last release that are no merges
record GitFacts(
    Place place,
    @Nullable DirtyPaths dirty,
    TagFacts tag,
    Remote remote,
    @Nullable CommitRange direct) {

  /// @param shallow whether the history is cut off
  record Place(String branch, Commit head, boolean shallow) {}

  /// @param name the tag that was asked about, resolved; empty where none was
  /// @param recorded what this release recorded when it made the tag
  record TagFacts(String name, @Nullable GitTag there, @Nullable TagMade recorded) {}

  /// @param originHost null where there is no origin, or it is a folder
  record Remote(@Nullable AheadBehind distance, @Nullable String originHost) {}
}
