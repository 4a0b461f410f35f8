package dev.plimsoll.core.check.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.standard.StandardVerbs;
import dev.plimsoll.core.checklist.ProjectFolder;
import dev.plimsoll.core.model.AuditedChain;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lint says about chains: names that the project file, a recipe or an earlier step must
/// explain, with the nearest right word.
class ChainsLintTest {
  @TempDir Path root;

  private ProjectFolder read(String chains, String steps) throws IOException {
    var folder = Files.createDirectories(root.resolve(".plimsoll/checklists")).getParent();
    Files.writeString(
        folder.resolve("project.yaml"),
        """
        schema: plimsoll/project/v1
        product: demo
        plan: [pre-release]
        people:
          - {principal: ada@example.org, name: "Ada", roles: [operator, approver]}
        """
            + chains);
    Files.writeString(
        folder.resolve("checklists/pre-release.yaml"),
        """
        schema: plimsoll/checklist/v1
        id: pre-release
        title: Pre-release
        category: pre-release
        sections:
          - id: all
            title: All
            steps:
        """
            + steps.indent(6));
    return ProjectFolder.read(root, StandardVerbs.all().readers());
  }

  private List<String> errors(String chains, String steps) throws IOException {
    return read(chains, steps).findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(Finding::toString)
        .toList();
  }

  private static String chain(String file, String recipe) {
    return "chains:\n  - {name: ops, file: " + file + ", recipe: " + recipe + "}\n";
  }

  @Test
  void ofTheOwnLogNothingIsExpectedThatIsNotLookedAt() throws IOException {
    var step =
        read("", "- {id: a, title: A, chain: {log: own}, expect: [entries > 0]}")
            .checklists()
            .getFirst()
            .steps()
            .findFirst()
            .orElseThrow();

    assertThat(step.verb().expected())
        .isEqualTo(
            "the project's own log whole; extends the last checkpoint signed here; entries > 0");
  }

  @Test
  void chainsAreTypedWithTheirRecipes() throws IOException {
    var folder =
        read(chain("/var/log/ops.jsonl", "prev-then-body"), "- {id: a, title: A, chain: ops}");

    assertThat(folder.hasErrors()).as(folder.findings().toString()).isFalse();
    var audit = folder.usable().audit();
    assertThat(audit.chains())
        .containsExactly(new AuditedChain("ops", "/var/log/ops.jsonl", "prev-then-body"));
    assertThat(audit.named("prev-then-body")).hasSizeGreaterThan(1);
    assertThat(audit.named("prev-then-body/genesis")).hasSize(1);
    assertThat(audit.named("nothing")).isEmpty();
  }

  @Test
  void anUnknownRecipeIsTold() throws IOException {
    assertThat(errors(chain("data/ops.jsonl", "aetherlnk"), "- {id: a, title: A, chain: ops}"))
        .containsExactly(
            ".plimsoll/project.yaml:7:47: There is no recipe 'aetherlnk'. Did you mean"
                + " 'aetherlink'?");
    assertThat(
            errors(
                chain("data/ops.jsonl", "aetherlink"),
                "- {id: a, title: A, chain: {file: x.jsonl, recipe: wraper}}"))
        .singleElement()
        .asString()
        .contains(".plimsoll/checklists/pre-release.yaml:", "'wrapper'");
  }

  @Test
  void aFileLeadsNowhereElseAndNamesAreUnique() throws IOException {
    assertThat(errors(chain("../ops.jsonl", "aetherlink"), "- {id: a, title: A, chain: ops}"))
        .singleElement()
        .asString()
        .contains("leads out of the folder");
    assertThat(
            errors(
                chain("a.jsonl", "aetherlink")
                    + "  - {name: ops, file: b.jsonl, recipe: aetherlink}\n",
                "- {id: a, title: A, chain: ops}"))
        .singleElement()
        .asString()
        .contains("called 'ops' already");
  }

  @Test
  void aStepNamesAChainOfTheProjectAndAStepBeforeIt() throws IOException {
    var chains = chain("data/ops.jsonl", "aetherlink");

    assertThat(errors(chains, "- {id: a, title: A, chain: opps}"))
        .singleElement()
        .asString()
        .contains("names no chain 'opps'. Did you mean 'ops'?");
    assertThat(
            errors(
                chains,
                """
                - {id: after, title: A, chain: {name: ops, extends: before}}
                - {id: before, title: A, chain: ops}
                """))
        .singleElement()
        .asString()
        .contains("'before' is no earlier step");
    assertThat(
            errors(
                chains,
                """
                - {id: before, title: A, chain: ops}
                - {id: after, title: A, chain: {name: ops, extends: before}}
                """))
        .isEmpty();
  }
}
