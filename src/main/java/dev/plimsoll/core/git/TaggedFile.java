package dev.plimsoll.core.git;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/// Reads a file as a commit holds it.
final class TaggedFile {
  private TaggedFile() {}

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
