package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A runbook, imported from the command line.
class ChecklistImportTest {
  private static final String RUNBOOK =
      """
      # Release

      - [ ] Reviewed
      - [ ] Tests pass

        ```sh
        curl -H "X-Token: t0p-5ecret-value" http://localhost/run
        ```

      That is all.
      """;

  @TempDir Path folder;

  private Shell shell() throws IOException {
    var work = Files.createDirectories(folder.resolve("work"));
    Files.writeString(work.resolve("RELEASE.md"), RUNBOOK);
    return Shell.in(work);
  }

  @Test
  void theAccountAndTheChecklistAreShownAndNothingIsWritten() throws IOException {
    var said = shell().run("checklist", "import", "RELEASE.md");

    assertThat(said.exit()).as(said.err()).isZero();
    assertThat(said.out())
        .containsPattern("3 +- \\[ \\] Reviewed +step reviewed: ask")
        .containsPattern("10 +That is all\\. +not mapped: prose")
        .contains("10 lines: 6 mapped, 1 not mapped, 3 blank.")
        .contains("RELEASE.md:7: looks like a secret. The checklist says {secret.TOKEN}")
        .contains("id: release\n")
        .contains("Nothing was written.")
        .doesNotContain("t0p-5ecret");
    try (var files = Files.list(folder.resolve("work"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void itIsWrittenWhereAskedAndNeverOverwritten() throws IOException {
    var shell = shell();
    var out = "deep/er.yaml";

    var json =
        shell
            .run("checklist", "import", "RELEASE.md", "--id", "ours", "--out", out, "--json")
            .json();

    var written = folder.resolve("work/deep/er.yaml");
    assertThat(written).content().isEqualTo(json.get("yaml").asString()).contains("id: ours\n");
    assertThat(json.get("counts").get("mapped").asInt()).isEqualTo(6);
    assertThat(json.get("literals").get(0).get("name").asString()).isEqualTo("TOKEN");
    assertThat(json.toString()).doesNotContain("t0p-5ecret");
    Files.writeString(written, "mine\n");
    var again = shell.run("checklist", "import", "RELEASE.md", "--out", out);
    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).contains("nothing is overwritten");
    assertThat(written).content().isEqualTo("mine\n");
  }

  @Test
  void whatCannotBeImportedIsToldInASentence() throws IOException {
    var shell = shell();
    Files.writeString(folder.resolve("work/words.md"), "Only words.\n");
    Files.write(folder.resolve("work/bytes.md"), new byte[] {(byte) 0xff, 0});

    var words = shell.run("checklist", "import", "words.md");
    assertThat(words.exit()).isEqualTo(1);
    assertThat(words.out())
        .contains("not mapped: prose")
        .contains("Nothing to import")
        .contains("as \"- [ ]\" lines");
    assertThat(shell.run("checklist", "import", "bytes.md").err()).contains("is no UTF-8 text");
    assertThat(shell.run("checklist", "import", "none.md").exit()).isEqualTo(1);
    assertThat(shell.run("checklist", "import", "words.md", "--id", "No Id").exit()).isEqualTo(64);
  }
}
