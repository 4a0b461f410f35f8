package dev.plimsoll.core.model;

/// The state of a repository that evidence is bound to.
///
/// @param commit 40 or 64 hex digits
/// @param tree digest of the commit's tree
/// @param branch short name, or `(detached)`
/// @param dirty whether tracked files differ from the commit, or untracked files are present that
///   are not ignored
public record Binding(String commit, String tree, String branch, boolean dirty) {
  /// The first seven digits of the commit.
  public String shortCommit() {
    return commit.substring(0, Math.min(7, commit.length()));
  }

  /// Whether evidence bound to `this` still speaks about `now`. Uncommitted changes are one state
  /// like any other here: what is proven over them is a rehearsal and is never sealed.
  public boolean sameContent(Binding now) {
    return commit.equals(now.commit) && tree.equals(now.tree) && dirty == now.dirty;
  }
}
