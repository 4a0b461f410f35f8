package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.git.GitRepository;
import dev.plimsoll.core.git.SystemGit;
import dev.plimsoll.core.model.Standing;
import dev.plimsoll.core.run.RunSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The verb `tag`, from the checklist to git's own verification.
@Timeout(120)
class TagStepTest {
  private static final String RELEASE =
      """
      schema: plimsoll/checklist/v1
      id: release
      title: Release steps
      category: release
      mode: read-do
      order: strict
      sections:
        - id: tag
          title: Tag
          steps:
            - id: tag
              title: Tag the release
              tag: {}
              irreversible: true
      """;

  @TempDir Path folder;

  @Test
  void theTagIsSignedCarriesTheCheckpointAndIsNotMadeTwice() throws Exception {
    var sandbox = Sandbox.with(folder, Map.of("release", RELEASE));
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository);
        var session = opened(sandbox, project)) {
      session.startAutomatic();
      session.awaitIdle();
      assertThat(standing(session))
          .as("an action never starts by itself")
          .isEqualTo(Standing.NOT_RUN);

      session.signActionsWith(sandbox.keyFile);
      session.start("tag");
      session.awaitIdle();

      assertThat(session.view().steps().getFirst().observed()).startsWith("signed tag v1.0.0 at ");
      assertThat(standing(session)).isEqualTo(Standing.PASSED);
      assertThat(project.release("1.0.0").state().tag()).isNotNull();
      try (var repository = GitRepository.open(sandbox.repository)) {
        var message = repository.tag("v1.0.0").orElseThrow().annotation().message();
        assertThat(message).startsWith("Release v1.0.0\n\nChecklist: release sha256:");
        var note =
            message.substring(
                message.indexOf("CHECKPOINT-----\n") + 16, message.indexOf("-----END AUDIT"));
        assertThat(Checkpoint.parse(note).size()).isPositive();
      }
      var verified =
          SystemGit.find(sandbox.environment)
              .orElseThrow()
              .verifyTag(
                  sandbox.repository,
                  "v1.0.0",
                  sandbox.repository.resolve(".plimsoll/allowed_signers"));
      assertThat(verified.good()).as(verified.words()).isTrue();

      session.start("tag");
      session.awaitIdle();
      assertThat(session.view().steps().getFirst().observed())
          .isEqualTo("tag v1.0.0 was made by this release already");
    }
  }

  @Test
  void aTagThatSomebodyElseMadeIsNeverMoved() throws Exception {
    var sandbox = Sandbox.with(folder, Map.of("release", RELEASE));
    var made =
        new ProcessBuilder("git", "tag", "v1.0.0").directory(sandbox.repository.toFile()).start();
    assertThat(made.waitFor()).isZero();
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository);
        var session = opened(sandbox, project)) {
      session.start("tag");
      session.awaitIdle();

      assertThat(standing(session)).isEqualTo(Standing.FAILED);
      assertThat(session.view().steps().getFirst().observed())
          .isEqualTo("tag v1.0.0 exists already");
    }
  }

  @Test
  void uncommittedChangesAreNotTagged() throws Exception {
    var sandbox = Sandbox.with(folder, Map.of("release", RELEASE));
    Files.writeString(sandbox.repository.resolve("draft.txt"), "draft");
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository);
        var session = opened(sandbox, project)) {
      session.start("tag");
      session.awaitIdle();

      assertThat(session.view().steps().getFirst().observed()).isEqualTo("uncommitted changes");
    }
  }

  private static RunSession opened(Sandbox sandbox, OpenProject project) throws IOException {
    project.trust(project.trustQuestion().digest());
    return project.release("1.0.0").open("release", sandbox.options());
  }

  private static Standing standing(RunSession session) {
    return session.view().steps().getFirst().standing();
  }
}
