package dev.plimsoll.core.git;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/// Reads what a commit holds and what it changed.
final class CommitFiles {
  private CommitFiles() {}

  /// Empty where there is no such commit, or more than one begins so.
  static Optional<Set<String>> changedBy(Repository repository, String id) throws IOException {
    ObjectId found;
    try {
      found = repository.resolve(id + "^{commit}");
    } catch (AmbiguousObjectException | IncorrectObjectTypeException unknown) {
      return Optional.empty();
    }
    if (found == null || !repository.getObjectDatabase().has(found)) {
      return Optional.empty();
    }
    try (var commits = new RevWalk(repository);
        var trees = new TreeWalk(repository)) {
      var commit = commits.parseCommit(found);
      if (commit.getParentCount() == 0) {
        trees.addTree(new EmptyTreeIterator());
      } else {
        trees.addTree(commits.parseTree(commit.getParent(0)));
      }
      trees.addTree(commit.getTree());
      trees.setRecursive(true);
      trees.setFilter(TreeFilter.ANY_DIFF);
      var paths = new TreeSet<String>();
      while (trees.next()) {
        paths.add(trees.getPathString());
      }
      return Optional.of(paths);
    }
  }

  /// Empty where the commit has no such file; a symbolic link or a submodule is none.
  ///
  /// @throws Problem where it is larger than `largest`
  static Optional<byte[]> read(Repository repository, ObjectId commit, String path, long largest)
      throws IOException {
    try (var commits = new RevWalk(repository);
        var tree = TreeWalk.forPath(repository, path, commits.parseTree(commit))) {
      if (tree == null || (tree.getRawMode(0) & FileMode.TYPE_MASK) != FileMode.TYPE_FILE) {
        return Optional.empty();
      }
      var content = repository.open(tree.getObjectId(0));
      if (content.getSize() > largest) {
        throw Problem.of(
            "File not read",
            path + " was larger than " + (largest >> 20) + " MiB in " + commit.name() + ".",
            "Name a smaller file.");
      }
      return Optional.of(content.getBytes());
    }
  }
}
