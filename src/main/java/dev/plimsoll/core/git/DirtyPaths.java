package dev.plimsoll.core.git;

import java.util.List;

/// What stands in the work tree or the index and not in the commit, ignored files left out.
///
/// @param count how many paths there are
/// @param first of them in order of path, at most as many as were asked for
public record DirtyPaths(int count, List<Entry> first) {
  public DirtyPaths {
    first = List.copyOf(first);
  }

  /// @param change what is so about it: `modified`, `added`, `deleted`, `untracked`, `in conflict`
  public record Entry(String path, String change) {}

  public boolean isClean() {
    return count == 0;
  }
}
