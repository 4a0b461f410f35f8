package dev.plimsoll.cli.command;

import dev.plimsoll.core.OpenProject;
import dev.plimsoll.core.ReleaseDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which release.
final class ReleaseWords {
  @Option(
      names = "--release",
      paramLabel = "VERSION",
      description = "The release; the version that the project itself proposes by default.")
  @Nullable String release;

  ReleaseDesk desk(OpenProject project) {
    return project.release(release == null ? project.propose().version() : release);
  }
}
