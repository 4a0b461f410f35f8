package dev.plimsoll.core.git;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.jspecify.annotations.Nullable;

/// The files of a folder as they were at a revision.
final class RevisionFiles {
  private static final int MOST_FILES = 1000;
  private static final int LARGEST = 1 << 20;

  private final Repository repository;

  RevisionFiles(Repository repository) {
    this.repository = repository;
  }

  /// @throws Problem where there is no such revision, or the folder holds far too much then
  Map<String, byte[]> under(String revision, String folder) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var walk = new TreeWalk(repository)) {
      walk.addTree(tree(revision));
      walk.setRecursive(true);
      walk.setFilter(PathFilter.create(folder));
      while (walk.next()) {
        if (files.size() >= MOST_FILES) {
          throw Problem.of(
              "Revision not read",
              folder + " holds more than " + MOST_FILES + " files at " + revision + ".",
              "Compare single files.");
        }
        if ((walk.getRawMode(0) & FileMode.TYPE_MASK) == FileMode.TYPE_FILE) {
          var object = repository.open(walk.getObjectId(0));
          if (object.getSize() <= LARGEST) {
            files.put(walk.getPathString(), object.getCachedBytes(LARGEST));
          }
        }
      }
    }
    return files;
  }

  private ObjectId tree(String revision) throws IOException {
    try {
      var tree = repository.resolve(revision + "^{tree}");
      if (tree != null) {
        return tree;
      }
    } catch (RevisionSyntaxException | IncorrectObjectTypeException wrong) {
      throw none(revision, wrong);
    }
    throw none(revision, null);
  }

  private static Problem none(String revision, @Nullable Exception cause) {
    var next = "Name a tag, a branch or a commit, as in v1.0.0 or HEAD~1.";
    return cause == null
        ? Problem.of("Revision not read", "There is no revision " + revision + ".", next)
        : Problem.of("Revision not read", "There is no revision " + revision + ".", next, cause);
  }
}
