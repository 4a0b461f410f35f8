package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LintTest {
  @TempDir Path root;

  @Test
  void aFileAloneIsReadByItsSchema() throws IOException {
    var project =
        Files.writeString(
            root.resolve("p.yaml"), "schema: plimsoll/project/v1\nproduct: x\nplan: [elsewhere]\n");
    var checklist = Files.writeString(root.resolve("c.yaml"), "schema: plimsoll/checklist/v1\n");
    assertThat(Lint.files(List.of(project), FakeVerbs.ALL).isClean()).isTrue();
    assertThat(Lint.files(List.of(checklist), FakeVerbs.ALL).text())
        .startsWith(
            checklist.toString().replace('\\', '/')
                + ":1:1: error: The key 'id' is missing here. Add id: ...\n");
  }

  @Test
  void aFileInAProjectFolderIsReadWithItsNeighbours() throws IOException {
    var project = root.resolve(".plimsoll/project.yaml");
    Files.createDirectories(project.getParent());
    Files.writeString(project, "schema: plimsoll/project/v1\nproduct: x\nplan: [elsewhere]\n");
    assertThat(Lint.files(List.of(project), FakeVerbs.ALL).lines())
        .containsExactly(
            Map.of(
                "file",
                ".plimsoll/project.yaml",
                "line",
                3,
                "column",
                8,
                "severity",
                "error",
                "message",
                "There is no checklist 'elsewhere' under .plimsoll/checklists.",
                "next",
                "Write it, or take the name out."));
    assertThat(Lint.folder(root, FakeVerbs.ALL).isClean()).isFalse();
  }

  @Test
  void findingsComeInTheOrderOfTheirPlaces() throws IOException {
    var b = Files.writeString(root.resolve("b.yaml"), "x: 1\nschema: plimsoll/checklist/v2\n");
    var a = Files.writeString(root.resolve("a.yaml"), "[");
    var places =
        Lint.files(List.of(b, a), FakeVerbs.ALL).lines().stream()
            .map(line -> line.get("line"))
            .toList();
    assertThat(Lint.files(List.of(b, a), FakeVerbs.ALL))
        .isEqualTo(Lint.files(List.of(a, b), FakeVerbs.ALL));
    assertThat(places).hasSize(7).startsWith(1, 1).endsWith(2);
  }

  @Test
  void aFileThatIsNotThereIsAProblem() {
    assertThatThrownBy(() -> Lint.files(List.of(root.resolve("none.yaml")), FakeVerbs.ALL))
        .isInstanceOf(Problem.class)
        .hasMessageContaining(
            "none.yaml cannot be read. Correct its name, or look at its permissions.");
    assertThatThrownBy(
            () -> Lint.files(List.of(root.resolve(".plimsoll/none.yaml")), FakeVerbs.ALL))
        .isInstanceOf(Problem.class);
  }

  @Test
  void aFileOfTenMegabytesIsRefusedUnread() throws IOException {
    var big = Files.write(root.resolve("big.yaml"), new byte[10 << 20]);
    assertThat(Lint.files(List.of(big), FakeVerbs.ALL).text())
        .contains("The file has 10485760 bytes; at most 1048576 (1 MiB) are read.");
  }
}
