package dev.plimsoll.core.check.git;

import dev.plimsoll.core.git.AheadBehind;
import dev.plimsoll.core.git.Commit;
import dev.plimsoll.core.git.CommitRange;
import dev.plimsoll.core.git.DirtyPaths;
import dev.plimsoll.core.git.GitTag;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.TagMade;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What was read of a repository; null where nobody asked or there is nothing.
///
/// @param place what is checked out
/// @param dirty what is not committed
/// @param tag the tag that was asked about
/// @param remote the tracked branch and the origin
/// @param direct commits since the last release that are no merges
/// @param past branches, changes and commits
record GitFacts(
    Place place,
    @Nullable DirtyPaths dirty,
    TagFacts tag,
    Remote remote,
    @Nullable CommitRange direct,
    Past past) {

  /// @param shallow whether the history is cut off
  record Place(String branch, Commit head, boolean shallow) {}

  /// @param name the tag that was asked about, resolved; empty where none was
  /// @param recorded what this release recorded when it made the tag
  record TagFacts(String name, @Nullable GitTag there, @Nullable TagMade recorded) {}

  /// @param originHost null where there is no origin, or it is a folder
  record Remote(@Nullable AheadBehind distance, @Nullable String originHost) {}

  /// @param branches every branch, local or of a remote as last fetched
  /// @param since the last release's tag, or null where there is none
  /// @param changed files that differ from it; empty where nobody asked
  /// @param unmatched patterns of files that change together which no file in the work tree matches
  /// @param commits one for each that was named
  record Past(
      Set<String> branches,
      @Nullable String since,
      Set<String> changed,
      Set<String> unmatched,
      List<List<CommitFacts>> commits) {}

  /// A commit that was named.
  ///
  /// @param written as it was named; empty where the line of the file names none
  /// @param at the place of the name, or null where the checklist names it
  /// @param there null where this clone has none
  /// @param touched files that it changed, or null where this clone ends at it
  record CommitFacts(
      String written,
      @Nullable Position at,
      @Nullable Commit there,
      @Nullable Set<String> touched) {}
}
