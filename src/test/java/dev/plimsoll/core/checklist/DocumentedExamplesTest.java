package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.standard.StandardVerbs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the documents show is what the reader accepts: whole files as they stand, steps within a
/// checklist.
final class DocumentedExamplesTest {
  private static final Pattern BLOCK = Pattern.compile("(?m)^```yaml\\R(.*?)^```", Pattern.DOTALL);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs/formats/project.md",
        "docs/formats/checklist.md",
        "docs/formats/checklist-test.md",
        "docs/formats/foreign-chains.md",
        "docs/guides/getting-started.md",
        "docs/formats/checks-backup.md",
        "docs/formats/checks-chains.md",
        "docs/formats/checks-environment.md",
        "docs/formats/checks-http.md",
        "docs/formats/checks-values.md",
        "docs/formats/checks-documents.md",
        "docs/guides/backup-and-restore.md",
        "docs/guides/checklists.md",
        "docs/guides/smoke-tests.md"
      })
  void everyExampleIsClean(String document) throws IOException {
    var examples = examples(Files.readString(Path.of(document)));
    assertThat(examples).isNotEmpty();
    for (var example : examples) {
      var file = Files.writeString(folder.resolve("example.yaml"), example);
      assertThat(Lint.files(List.of(file), StandardVerbs.all().readers()).text())
          .as(example)
          .isEmpty();
    }
  }

  private static List<String> examples(String document) {
    var examples = new ArrayList<String>();
    var blocks = BLOCK.matcher(document);
    while (blocks.find()) {
      var text = blocks.group(1);
      if (text.startsWith("schema:")) {
        examples.add(text);
      } else if (text.startsWith("- id:")) {
        examples.add(
            "schema: plimsoll/checklist/v1\n"
                + "id: x\n"
                + "title: X\n"
                + "category: release\n"
                + "sections:\n"
                + "- id: s\n"
                + "  title: S\n"
                + "  steps:\n"
                + text.indent(2));
      }
    }
    return examples;
  }
}
