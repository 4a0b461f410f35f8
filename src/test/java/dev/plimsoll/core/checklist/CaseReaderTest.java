package dev.plimsoll.core.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plimsoll.core.check.standard.StandardVerbs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CaseReaderTest {
  private static final String HEAD =
      """
      schema: plimsoll/checklist-test/v1
      checklist: pre-release
      cases:
      """;

  @TempDir Path root;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{name: n, step: changelog, outcome: FAILED}|",
        "{name: n, step: changelog, given: {files: {a.txt: x}, git: {tags: [v1]}}, outcome:"
            + " PASSED}|",
        "{name: n, step: chngelog, outcome: FAILED}|has no step 'chngelog'. Did you mean"
            + " 'changelog'?",
        "{name: n, step: changelog}|Add outcome: FAILED.",
        "{name: n, step: changelog, outcome: RED}|'outcome' cannot be RED.",
        "{name: n, step: changelog, outcome: FAILED, findng: x}|Did you mean 'finding'?",
        "{name: n, step: changelog, outcome: FAILED, given: {file: {}}}|Did you mean 'files'?",
        "{name: n, step: changelog, outcome: FAILED, given: {files: {../a: x}}}|leads out of the",
        "{name: n, step: changelog, outcome: FAILED, given: {files: {.git/config: x}}}|is git's"
            + " own",
        "{name: n, step: changelog, outcome: FAILED, given: {stubs: {/bin/sh: x}}}|no name of a"
            + " program",
        "{name: n, step: changelog, outcome: FAILED, given: {stubs: {sh: {exit: 256}}}}|from 0 to"
            + " 255",
        "{name: n, step: changelog, outcome: FAILED, given: {type: tiny}}|is no release type"
      })
  void aCaseIsReadOrToldWhatIsWrong(String stepCase, String wanted) throws IOException {
    assertThat(lint(HEAD + "  - " + stepCase + "\n"))
        .satisfies(said -> {
          if (wanted == null) {
            assertThat(said).isEmpty();
          } else {
            assertThat(said).contains("tests/a.yaml:").contains(wanted);
          }
        });
  }

  @Test
  void aFileWithoutCasesOrAboutNoChecklistIsAnError() throws IOException {
    assertThat(lint(HEAD + "  []\n")).contains("error");
    assertThat(
            lint(
                HEAD.replace("pre-release", "nothing")
                    + "  - {name: n, step: s, outcome: PASSED}\n"))
        .contains("There is no checklist 'nothing'");
  }

  @Test
  void theSchemaSaysTheSame() {
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Resources.text("/schemas/checklist-test.v1.schema.json"), InputFormat.JSON);
    var good =
        """
        {"schema": "plimsoll/checklist-test/v1", "checklist": "a", "cases": [
          {"name": "n", "step": "s", "given": {"env": {"A": 1}, "answer": "yes"}, "outcome": "PASSED"}
        ]}
        """;
    assertThat(schema.validate(good, InputFormat.JSON)).isEmpty();
    assertThat(schema.validate(good.replace("answer", "anser"), InputFormat.JSON)).isNotEmpty();
    assertThat(schema.validate(good.replace("PASSED", "RED"), InputFormat.JSON)).isNotEmpty();
  }

  private String lint(String cases) throws IOException {
    var folder = Files.createDirectories(root.resolve(".plimsoll/checklists/tests"));
    Files.writeString(
        root.resolve(".plimsoll/project.yaml"),
        "schema: plimsoll/project/v1\nproduct: p\nplan: [{checklist: pre-release}]\n");
    Files.writeString(
        root.resolve(".plimsoll/checklists/pre-release.yaml"),
        """
        schema: plimsoll/checklist/v1
        id: pre-release
        title: Pre-release
        category: pre-release
        sections:
          - {id: all, title: All, steps: [{id: changelog, title: C, changelog: CHANGELOG.md}]}
        """);
    Files.writeString(folder.resolve("a.yaml"), cases);
    return Lint.folder(root, StandardVerbs.all().readers()).text();
  }
}
