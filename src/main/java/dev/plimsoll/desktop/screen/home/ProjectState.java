package dev.plimsoll.desktop.screen.home;

import dev.plimsoll.core.ProposedRelease;
import dev.plimsoll.core.TrustQuestion;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.Severity;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known about the repository that was picked.
public sealed interface ProjectState {
  /// Nobody has looked yet.
  record Looking() implements ProjectState {}

  /// It cannot be opened.
  ///
  /// @param proposals files that would make it a project, where that is all it lacks
  record Refused(Problem problem, List<Starter.Proposal> proposals) implements ProjectState {}

  /// @param name the product's name, or the folder's where the project file has errors
  /// @param question what it would run, and whether that is trusted
  /// @param findings everything lint has to say, in the order of the files
  record Opened(
      Path root,
      String name,
      TrustQuestion question,
      List<Finding> findings,
      Next next,
      List<ReleaseState> releases)
      implements ProjectState {
    public Opened {
      findings = List.copyOf(findings);
      releases = List.copyOf(releases);
    }

    public List<Finding> errors() {
      return findings.stream().filter(f -> f.severity() == Severity.ERROR).toList();
    }

    public List<Finding> remarks() {
      return findings.stream().filter(f -> f.severity() != Severity.ERROR).toList();
    }

    /// Releases that were not sealed, newest first.
    public List<ReleaseState> underWay() {
      return releases.stream().filter(release -> release.sealed() == null).toList();
    }
  }

  /// The next release.
  ///
  /// @param proposed what the project itself proposes, or null
  /// @param obstacle why it proposes nothing, or null
  record Next(@Nullable ProposedRelease proposed, @Nullable Problem obstacle) {}
}
