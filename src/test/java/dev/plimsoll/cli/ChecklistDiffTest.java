package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Sandbox;
import dev.plimsoll.core.git.TestRepository;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Checklists of now and of then, held against each other.
@Timeout(120)
class ChecklistDiffTest {
  private static final String FILE = ".plimsoll/checklists/pre-release.yaml";

  @TempDir Path folder;

  private Shell shell() throws IOException {
    return Shell.in(Sandbox.with(folder, Map.of("pre-release", Lists.PRE_RELEASE)));
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("demo").resolve(FILE), text);
  }

  private static String changed() {
    return Lists.PRE_RELEASE
        .replace("id: reviewed", "id: looked-at")
        .replace("[sh, hello.sh]", "[sh, hullo.sh]");
  }

  @Test
  void nothingChangedIsExitZero() throws IOException {
    var shell = shell();
    var said = shell.run("checklist", "diff", "HEAD");
    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out()).isEqualTo("pre-release: the same.\n");
    assertThat(shell.run("checklist", "diff", "HEAD:pre-release", FILE).exit()).isZero();
  }

  @Test
  void aFileThatIsFarTooLargeIsRefusedInWords() throws IOException {
    var shell = shell();
    try (var file =
        new RandomAccessFile(folder.resolve("demo").resolve("big.yaml").toFile(), "rw")) {
      file.setLength(3L << 30);
    }
    var said = shell.run("checklist", "diff", "big.yaml", FILE);
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("big.yaml is larger than 1 MiB.").doesNotContain("\tat ");
  }

  @Test
  void aRevisionIsComparedWithTheFilesAsTheyAre() throws IOException {
    var shell = shell();
    TestRepository.at(folder.resolve("demo")).git("tag", "v0.9.0");
    write(changed());
    TestRepository.at(folder.resolve("demo")).git("commit", "-qam", "other steps");

    for (var before : new String[] {"HEAD~1", "v0.9.0:pre-release", "v0.9.0:" + FILE}) {
      var said = shell.run("checklist", "diff", before);
      assertThat(said.exit()).isEqualTo(1);
      assertThat(said.out())
          .isEqualTo(
              """
              pre-release: 1 step removed, 1 added, 1 changed.
                removed: reviewed (Code review)
                changed: hello, command.run: [sh, hello.sh] → [sh, hullo.sh]
                added: looked-at (Code review) in all
              """);
    }
    assertThat(shell.run("checklist", "diff", "v0.9.0", "HEAD").exit()).isEqualTo(1);
    var json = shell.run("checklist", "diff", "v0.9.0", "--json").json().get("checklists").get(0);
    assertThat(json.get("removed").get(0).get("step").asString()).isEqualTo("reviewed");
    assertThat(json.get("changed").get(0).get("after").asString()).isEqualTo("[sh, hullo.sh]");
  }

  @Test
  void aChecklistThatIsGoneIsToldAsItsSteps() throws IOException {
    var shell = shell();
    Files.delete(folder.resolve("demo").resolve(FILE));
    var said = shell.run("checklist", "diff", "HEAD");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("3 steps removed").contains("removed: approve");
  }

  @Test
  void whatCannotBeComparedIsNeitherSameNorDifferent() throws IOException {
    var shell = shell();
    assertThat(shell.run("checklist", "diff", "v9.9.9").exit()).isEqualTo(2);
    assertThat(shell.run("checklist", "diff", "v9.9.9").err())
        .contains("There is no revision v9.9.9.");
    assertThat(shell.run("checklist", "diff", "HEAD:nothing").err()).contains("pre-release");
    write("[");
    assertThat(shell.run("checklist", "diff", "HEAD").exit()).isEqualTo(2);
    assertThat(shell.run("checklist", "diff", "HEAD~^{").exit()).isEqualTo(2);
  }

  @Test
  void twoFilesAreComparedWhateverTheirIds() throws IOException {
    var shell = shell();
    Files.writeString(folder.resolve("demo/other.yaml"), changed().replace("id: pre", "id: post"));
    var said = shell.run("checklist", "diff", "pre-release", "other.yaml");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("changed: id: pre-release → post-release");
  }
}
