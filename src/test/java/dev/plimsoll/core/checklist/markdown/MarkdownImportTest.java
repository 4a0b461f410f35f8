package dev.plimsoll.core.checklist.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.standard.StandardVerbs;
import dev.plimsoll.core.checklist.Lint;
import dev.plimsoll.core.checklist.markdown.SourceLine.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarkdownImportTest {
  @TempDir Path folder;

  @Test
  @Timeout(20)
  void aSecretThatIsCalledAsItIsSetIsPutInOnce() {
    var text = "# R\n\n```sh\nexport DB_PASSWORD=DB_PASSWORD\necho ready\n```\n";
    assertThat(MarkdownImport.of("r.md", text, null).yaml().orElseThrow())
        .contains("export ${DB_PASSWORD}=${DB_PASSWORD}")
        .contains("env: {DB_PASSWORD: \"{secret.DB_PASSWORD}\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"engine-plan", "engine-practice", "gates", "semver-deploy", "customer-ops"})
  void everyLineIsAccountedForAndTheChecklistIsClean(String name) throws IOException {
    var text = runbook(name);
    var imported = MarkdownImport.of(name + ".md", text, null);

    assertThat(imported.lines()).hasSize((int) text.lines().count());
    assertThat(
            imported.count(Fate.MAPPED)
                + imported.count(Fate.UNMAPPED)
                + imported.count(Fate.BLANK))
        .isEqualTo(text.lines().count());
    assertThat(imported.lines())
        .allSatisfy(line -> {
          assertThat(line.fate() == Fate.BLANK).isEqualTo(line.text().isBlank());
          assertThat(line.account().isEmpty()).isEqualTo(line.fate() == Fate.BLANK);
        });
    assertThat(imported.count(Fate.MAPPED)).isGreaterThan(10);
    assertThat(imported.count(Fate.UNMAPPED)).isPositive();
    assertThat(imported.lines().stream().filter(line -> line.text().contains("[ ]")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.to()).startsWith("step "));
    clean(imported);
    assertThat(MarkdownImport.of(name + ".md", text, null)).isEqualTo(imported);
  }

  @Test
  void aTaskIsAQuestionWithItsLinkAndItsExpectedResponse() throws IOException {
    var imported = imported("gates");
    assertThat(imported.yaml().orElseThrow())
        .contains("title: \"Coverage is at least 80 %\"")
        .contains("expect: \"`TOTAL`\"");
    assertThat(imported("engine-plan").yaml().orElseThrow())
        .contains("troubleshoot: \"docs/lab.md#maps\"");
    assertThat(account(imported("semver-deploy"), "On the branch"))
        .containsExactly("step on-the-branch-master: ask (was ticked)");
    assertThat(account(imported("semver-deploy"), "Changelog has"))
        .containsExactly(
            "step changelog-has-a-section-for-the-version: ask",
            "step changelog-has-a-section-for-the-version-2: ask");
  }

  @Test
  void aCommandUnderATaskMakesItACheck() throws IOException {
    assertThat(imported("gates").yaml().orElseThrow())
        .contains(
            """
                  - id: all-unit-tests-pass
                    title: "All unit tests pass"
                    command: {run: ["pytest", "-v", "--cov=src", "--cov-fail-under=80"]}
            """);
  }

  @Test
  void aCommandIsCalledAfterTheWordsBeforeItOrItsHeading() throws IOException {
    assertThat(account(imported("customer-ops"), "git tag"))
        .containsExactly("step tag-the-release: command");
    assertThat(account(imported("engine-practice"), "pytest -q"))
        .containsExactly("step run-the-tests: command");
  }

  @Test
  void anExpectationDoesNotReachIntoAnotherSection() throws IOException {
    assertThat(account(imported("customer-ops"), "60 times"))
        .containsExactly("not mapped: expectation without a step");
  }

  @Test
  void severalCommandsAreAScriptThatStopsAtTheFirstFailure() throws IOException {
    assertThat(imported("gates").yaml().orElseThrow())
        .contains(
            """
                    command:
                      shell: sh
                      run: |
                        set -e
                        black --check .
                        isort --check .
            """);
    assertThat(imported("customer-ops").yaml().orElseThrow())
        .contains("shell: pwsh")
        .contains("$ErrorActionPreference = 'Stop'")
        .contains("docker images --format \"{{{{.Repository}}:{{{{.Tag}}\"");
  }

  @Test
  void whatChangesTheWorldNeverStartsByItself() throws IOException {
    var yaml = imported("engine-practice").yaml().orElseThrow();
    assertThat(yaml.substring(yaml.indexOf("git tag"))).contains("irreversible: true");
    assertThat(yaml.substring(yaml.indexOf("pytest"), yaml.indexOf("git tag")))
        .doesNotContain("irreversible");
  }

  @Test
  void whatIsExpectedIsLookedForWhereTheWordsAreExact() throws IOException {
    assertThat(imported("customer-ops").yaml().orElseThrow())
        .contains("stdout: {contains: [\"Chain valid: True\", \"Entries: 42\"]}")
        .contains("stdout: {contains: [\"{\\\"status\\\":\\\"ok\\\"}\"]}");
    assertThat(imported("semver-deploy").yaml().orElseThrow())
        .contains("exitCode: 0")
        .contains("stdout: {contains: [\"0.2.0\"]}");
    assertThat(account(imported("engine-practice"), "signed tag"))
        .containsExactly("step tag-the-release-only-after-the-tests: why (no text to look for)");
    assertThat(account(imported("engine-practice"), "two reviewers"))
        .containsExactly("step the-reports-were-read-again: expected response");
  }

  @Test
  void aSecretIsANameFromThenOn() throws IOException {
    var imported = imported("customer-ops");
    assertThat(imported.toString()).doesNotContain("admin-secret-123");
    assertThat(imported.yaml().orElseThrow())
        .contains("# Name under secrets in .plimsoll/project.yaml: ADMIN_KEY.")
        .contains("env: {ADMIN_KEY: \"{secret.ADMIN_KEY}\"}")
        .contains("-H \"X-Admin-Key: ${ADMIN_KEY}\"")
        .contains("-H 'X-Admin-Key: '\"$ADMIN_KEY\"''");
    assertThat(imported.literals())
        .filteredOn(literal -> literal.kind() == Literal.Kind.SECRET)
        .hasSize(3)
        .allSatisfy(literal -> assertThat(literal.name()).isEqualTo("ADMIN_KEY"));
    assertThat(imported("gates").toString()).doesNotContain("tkn-4f9d");
    assertThat(imported("semver-deploy").toString()).doesNotContain("pypi-AgEI");
  }

  @Test
  void somebodysOwnFolderIsAParameter() throws IOException {
    assertThat(imported("semver-deploy").yaml().orElseThrow())
        .contains("  home: {type: path")
        .contains("cd {home}/solar && python tools/readiness.py")
        .doesNotContain("maria");
    assertThat(imported("customer-ops").yaml().orElseThrow())
        .contains("cd {home}\\aether")
        .doesNotContain("peter");
    assertThat(imported("semver-deploy").literals())
        .contains(new Literal(6, Literal.Kind.PERSONAL_PATH, "home"));
  }

  @Test
  void whatIsNoStepSaysWhy() throws IOException {
    var plan = imported("engine-plan");
    assertThat(account(plan, "author:")).containsExactly("not mapped: front matter");
    assertThat(account(plan, "| maps")).containsExactly("not mapped: table");
    assertThat(account(plan, "FROM python")).containsExactly("not mapped: dockerfile code");
    assertThat(account(plan, "Successfully built"))
        .containsExactly("not mapped: output that the document shows");
    assertThat(account(plan, "## Observability"))
        .containsExactly("not mapped: heading without steps");
    assertThat(account(plan, "A counter")).containsExactly("not mapped: prose");
    assertThat(account(imported("engine-practice"), "nobody reads"))
        .containsExactly("not mapped: comment");
  }

  @Test
  void aRunbookOfProseAloneGivesNoChecklistButAnAccount() {
    var imported = MarkdownImport.of("README.md", "# Words\n\nOnly words.\n", null);
    assertThat(imported.yaml()).isEmpty();
    assertThat(imported.lines())
        .extracting(SourceLine::fate)
        .containsExactly(Fate.MAPPED, Fate.BLANK, Fate.UNMAPPED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- [ ] \n- [ ] {version} of {nothing} ${HOME} {{x}}\n",
        "```sh\n\n\t\techo \"{{ x }}\" ${{ y }}\n  indented: |\n```\n",
        "- [ ] a\n\n      - [ ] b\n\n      ```sh\n      ls\n",
        "```sh\n  two spaces first\nls\n```\n",
        "# [ ]\n- [ ] \"quoted: 'title'\" # no comment\n- [ ] null\n- [ ] \u0007bell \\x\n"
      })
  void oddTextsStillGiveCleanChecklists(String text) throws IOException {
    var imported = MarkdownImport.of("odd.md", text, "odd");
    assertThat(imported.lines()).hasSize((int) text.lines().count());
    clean(imported);
  }

  @Test
  void aDeeplyNestedTextEnds() {
    var text = "- [ ] x\n" + "> ".repeat(20_000) + "deep\n" + "- ".repeat(5_000) + "[ ] y\n";
    assertThat(MarkdownImport.of("deep.md", text, null).lines()).hasSize(3);
  }

  private void clean(MarkdownImport imported) throws IOException {
    var file = Files.writeString(folder.resolve("list.yaml"), imported.yaml().orElseThrow());
    assertThat(Lint.files(List.of(file), StandardVerbs.all().readers()).text())
        .as(imported.yaml().orElseThrow())
        .isEmpty();
  }

  private static List<String> account(MarkdownImport imported, String part) {
    return imported.lines().stream()
        .filter(line -> line.text().contains(part))
        .map(SourceLine::account)
        .toList();
  }

  private static MarkdownImport imported(String name) throws IOException {
    return MarkdownImport.of(name + ".md", runbook(name), null);
  }

  private static String runbook(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/runbook", name + ".md"));
  }
}
