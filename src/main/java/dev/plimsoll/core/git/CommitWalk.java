package dev.plimsoll.core.git;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/// Walks history.
final class CommitWalk {
  private final Repository repository;

  CommitWalk(Repository repository) {
    this.repository = repository;
  }

  Commit commit(ObjectId id) throws IOException {
    try (var walk = new RevWalk(repository)) {
      return line(walk.parseCommit(id));
    }
  }

  Optional<Commit> find(String digits) throws IOException {
    if (!digits.matches("[0-9a-f]{7,40}")) {
      return Optional.empty();
    }
    try (var walk = new RevWalk(repository);
        var reader = repository.newObjectReader()) {
      var commits = new ArrayList<Commit>();
      for (var id : reader.resolve(AbbreviatedObjectId.fromString(digits))) {
        if (walk.parseAny(id) instanceof RevCommit commit) {
          walk.parseBody(commit);
          commits.add(line(commit));
        }
      }
      return commits.size() == 1 ? Optional.of(commits.getFirst()) : Optional.empty();
    } catch (MissingObjectException notHere) {
      return Optional.empty();
    }
  }

  /// Whether `head` is `base` or has it among its ancestors, as far as this clone reaches.
  boolean builtOn(ObjectId base, ObjectId head) throws IOException {
    try (var walk = new RevWalk(repository)) {
      return walk.isMergedInto(walk.parseCommit(base), walk.parseCommit(head));
    } catch (MissingObjectException | IncorrectObjectTypeException notACommitHere) {
      return false;
    }
  }

  CommitRange since(@Nullable ObjectId start, ObjectId head, int limit) throws IOException {
    var first = new ArrayList<Commit>();
    var count = 0;
    var complete = true;
    var cutOff = repository.getObjectDatabase().getShallowCommits();
    try (var walk = new RevWalk(repository)) {
      begin(walk, start, head);
      for (var commit : walk) {
        count++;
        complete &= !cutOff.contains(commit);
        if (first.size() < limit) {
          walk.parseBody(commit);
          first.add(line(commit));
        }
      }
    }
    return new CommitRange(count, first, complete);
  }

  CommitMessages messagesSince(@Nullable ObjectId start, ObjectId head, int limit)
      throws IOException {
    var messages = new ArrayList<CommitMessages.Message>();
    var complete = true;
    var cutOff = repository.getObjectDatabase().getShallowCommits();
    try (var walk = new RevWalk(repository)) {
      begin(walk, start, head);
      for (var commit : walk) {
        if (messages.size() == limit) {
          return new CommitMessages(messages, false);
        }
        complete &= !cutOff.contains(commit);
        walk.parseBody(commit);
        messages.add(new CommitMessages.Message(line(commit), commit.getFullMessage()));
      }
    }
    return new CommitMessages(messages, complete);
  }

  CommitRange directSince(@Nullable ObjectId start, ObjectId head, int limit) throws IOException {
    var since = new LinkedHashMap<ObjectId, RevCommit>();
    var cutOff = repository.getObjectDatabase().getShallowCommits();
    try (var walk = new RevWalk(repository)) {
      begin(walk, start, head);
      for (var commit : walk) {
        since.put(commit.getId(), commit);
      }
      var first = new ArrayList<Commit>();
      var count = 0;
      var complete = true;
      var commit = since.get(head);
      while (commit != null) {
        complete &= !cutOff.contains(commit);
        if (commit.getParentCount() == 1) {
          count++;
          if (first.size() < limit) {
            walk.parseBody(commit);
            first.add(line(commit));
          }
        }
        commit = commit.getParentCount() == 0 ? null : since.get(commit.getParent(0).getId());
      }
      return new CommitRange(count, first, complete);
    }
  }

  private static void begin(RevWalk walk, @Nullable ObjectId start, ObjectId head)
      throws IOException {
    walk.setRetainBody(false);
    walk.markStart(walk.parseCommit(head));
    if (start != null) {
      try {
        walk.markUninteresting(walk.parseCommit(start));
      } catch (MissingObjectException beyondTheClone) {
        // the walk then ends where the shallow clone does, and says that it is not complete
      }
    }
  }

  private static Commit line(RevCommit commit) {
    return new Commit(commit.name(), commit.getShortMessage(), commit.getParentCount());
  }
}
