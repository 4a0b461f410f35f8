package dev.plimsoll.core.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewRepositoryTest {
  private static final Identity ADA = new Identity("Ada", "ada@example.org");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path temp;

  @Test
  void makesARepositoryThatGitReads() {
    var root = temp.resolve("made");
    var commit =
        NewRepository.create(
            root,
            Map.of("CHANGELOG.md", "# Changelog\n", "tools/test.sh", "#!/bin/sh\nexit 0\n"),
            ADA,
            "main",
            NOW);
    var git = TestRepository.at(root);
    assertThat(git.git("rev-parse", "main")).isEqualTo(commit);
    assertThat(git.git("status", "--porcelain")).isEmpty();
    assertThat(git.git("log", "-1", "--format=%an <%ae> %aI"))
        .isEqualTo("Ada <ada@example.org> 2026-03-01T12:00:00+00:00");
    assertThat(git.git("ls-files", "-s", "tools/test.sh")).startsWith("100755");
  }

  @Test
  void commitsChangesAndDeletions() throws IOException {
    var root = temp.resolve("made");
    NewRepository.create(root, Map.of("a.txt", "a", "b.txt", "b"), ADA, "main", NOW);
    Files.writeString(root.resolve("a.txt"), "changed");
    Files.delete(root.resolve("b.txt"));
    NewRepository.commitAll(root, ADA, "change", NOW.plusSeconds(60));
    var git = TestRepository.at(root);
    assertThat(git.git("ls-files")).isEqualTo("a.txt");
    assertThat(git.git("status", "--porcelain")).isEmpty();
  }

  @Test
  void refusesAFolderThatIsARepositoryAlready() {
    var root = TestRepository.init(temp.resolve("taken")).root();
    assertThatThrownBy(() -> NewRepository.create(root, Map.of(), ADA, "main", NOW))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("already holds a git repository");
  }
}
