package dev.plimsoll.core.git;

import java.util.List;

/// Commits, newest first.
///
/// @param count how many there are
/// @param first the newest of them, at most as many as were asked for
/// @param complete false where a shallow clone ends before the range does: there may be more
public record CommitRange(int count, List<Commit> first, boolean complete) {
  public CommitRange {
    first = List.copyOf(first);
  }
}
