package dev.plimsoll.core.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.errors.NoWorkTreeException;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/// Compares trees: files against the commit, and commits against each other.
final class WorkTree {
  private WorkTree() {}

  static DirtyPaths dirtyPaths(Repository repository, int limit) throws IOException {
    var changes = new TreeMap<String, String>();
    try {
      // not closed: closing it would close the repository that was lent
      var found = new Git(repository).status().call();
      put(changes, found.getUntracked(), "untracked");
      put(changes, found.getModified(), "modified");
      put(changes, found.getChanged(), "modified");
      put(changes, found.getAdded(), "added");
      put(changes, found.getRemoved(), "deleted");
      put(changes, found.getMissing(), "deleted");
      put(changes, found.getConflicting(), "in conflict");
    } catch (GitAPIException | NoWorkTreeException broken) {
      throw new IOException(broken.getMessage(), broken);
    }
    var first =
        changes.entrySet().stream()
            .limit(limit)
            .map(change -> new DirtyPaths.Entry(change.getKey(), change.getValue()))
            .toList();
    return new DirtyPaths(changes.size(), first);
  }

  private static void put(Map<String, String> changes, Collection<String> paths, String change) {
    for (var path : paths) {
      changes.put(path, change);
    }
  }

  static List<String> tracked(Repository repository) throws IOException {
    var index = repository.readDirCache();
    var paths = new ArrayList<String>(index.getEntryCount());
    for (var i = 0; i < index.getEntryCount(); i++) {
      var entry = index.getEntry(i);
      var path = entry.getPathString();
      // a file in conflict has up to three entries
      if ((entry.getRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE
          && (paths.isEmpty() || !paths.getLast().equals(path))) {
        paths.add(path);
      }
    }
    return paths;
  }

  static Optional<Set<String>> changedBy(Repository repository, ObjectId id) throws IOException {
    if (repository.getObjectDatabase().getShallowCommits().contains(id)) {
      return Optional.empty();
    }
    try (var commits = new RevWalk(repository);
        var trees = new TreeWalk(repository)) {
      var commit = commits.parseCommit(id);
      if (commit.getParentCount() > 0) {
        return Optional.of(changed(repository, commit.getParent(0), id));
      }
      var paths = new TreeSet<String>();
      trees.addTree(commit.getTree());
      trees.setRecursive(true);
      while (trees.next()) {
        paths.add(trees.getPathString());
      }
      return Optional.of(paths);
    }
  }

  static Set<String> changed(Repository repository, ObjectId from, ObjectId to) throws IOException {
    var paths = new TreeSet<String>();
    try (var commits = new RevWalk(repository);
        var trees = new TreeWalk(repository)) {
      trees.addTree(commits.parseTree(from));
      trees.addTree(commits.parseTree(to));
      trees.setRecursive(true);
      trees.setFilter(TreeFilter.ANY_DIFF);
      while (trees.next()) {
        paths.add(trees.getPathString());
      }
    }
    return paths;
  }
}
