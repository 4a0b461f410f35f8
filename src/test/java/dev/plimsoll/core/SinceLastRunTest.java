package dev.plimsoll.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.checklist.ChecklistDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a person is told before they walk a checklist again.
@Timeout(120)
class SinceLastRunTest {
  private static final String LIST =
      """
      schema: plimsoll/checklist/v1
      id: asked
      title: Asked
      category: pre-release
      sections:
        - id: all
          title: All
          steps:
            - {id: first, title: First, ask: So?}
            - {id: second, title: Second, ask: So?}
      """;

  @TempDir Path folder;

  @Test
  void aChangedChecklistIsHeldAgainstTheTextThatWasWalked() throws IOException {
    var sandbox = Sandbox.with(folder, Map.of("asked", LIST));
    try (var plimsoll = sandbox.open();
        var project = plimsoll.project(sandbox.repository)) {
      assertThat(since(project)).as("never walked").isEmpty();

      project.trust(project.trustQuestion().digest());
      project.release("1.0.0").open("asked", sandbox.options()).close();
      assertThat(since(project)).as("unchanged").isEmpty();

      Files.writeString(
          sandbox.repository.resolve(".plimsoll/checklists/asked.yaml"),
          LIST.replace("id: second, title: Second", "id: third, title: Third"));
      project.reload();
      assertThat(since(project).orElseThrow().summary()).isEqualTo("1 step removed, 1 added");
      assertThat(since(project).orElseThrow().removed()).containsExactly("second");
    }
  }

  private static Optional<ChecklistDifference> since(OpenProject project) {
    return project.release("1.0.1").sinceLastRun(project.checklist("asked").orElseThrow());
  }
}
