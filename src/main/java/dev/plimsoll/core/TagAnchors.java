package dev.plimsoll.core;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.CheckpointBlock;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.git.GitTag;
import dev.plimsoll.core.git.SystemGit;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Printable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads checkpoints back from the release tags of a clone: any clone will do.
final class TagAnchors {
  private final GitRepository repository;
  private final Map<String, String> environment;
  private final Path signers;

  /// @param signed whether the tag's signature is valid under the trust file
  record Tagged(String tag, Checkpoint checkpoint, boolean signed) {
    /// For a sentence.
    String source() {
      return "tag " + Printable.of(tag) + (signed ? "" : ", whose signature is not verified");
    }
  }

  /// @param signers the trust file, in OpenSSH's format; need not exist
  TagAnchors(GitRepository repository, Map<String, String> environment, Path signers) {
    this.repository = repository;
    this.environment = environment;
    this.signers = signers;
  }

  /// Every checkpoint of this log in a tag, by the name of the tag. What cannot be read as one is
  /// left out: anybody may write anything into a tag.
  List<Tagged> of(String origin) {
    var found = new ArrayList<Tagged>();
    for (var tag : repository.tags()) {
      for (var checkpoint : checkpoints(tag)) {
        if (checkpoint.origin().equals(origin)) {
          found.add(new Tagged(tag.name(), checkpoint, isSigned(tag)));
        }
      }
    }
    return found;
  }

  private static List<Checkpoint> checkpoints(GitTag tag) {
    var annotation = tag.annotation();
    if (annotation == null) {
      return List.of();
    }
    var checkpoints = new ArrayList<Checkpoint>();
    for (var note : CheckpointBlock.notes(annotation.message())) {
      try {
        checkpoints.add(Checkpoint.parse(note));
      } catch (Problem foreign) {
        // Not one of ours; a tag of another tool.
      }
    }
    return checkpoints;
  }

  private boolean isSigned(GitTag tag) {
    if (!tag.isSigned() || !Files.exists(signers)) {
      return false;
    }
    try {
      var git = SystemGit.find(environment);
      return git.isPresent() && git.get().verifyTag(repository.root(), tag.name(), signers).good();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (Problem notAsked) {
      return false;
    }
  }
}
