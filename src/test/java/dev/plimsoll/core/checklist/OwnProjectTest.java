package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.standard.StandardVerbs;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// Plimsoll's own `.plimsoll/`.
final class OwnProjectTest {
  @Test
  void ourOwnReleaseProcessIsClean() {
    var folder = ProjectFolder.read(Path.of("").toAbsolutePath(), StandardVerbs.all().readers());
    assertThat(new Lint(folder.findings()).text()).isEmpty();
    assertThat(folder.usable().plan())
        .extracting(item -> item.checklist())
        .containsExactly("pre-release", "release");
    assertThat(folder.describe())
        .anyMatch(line ->
            line.startsWith("pre-release / tests: ")
                && line.contains("mvn -B -Pno-display verify"));
  }
}
