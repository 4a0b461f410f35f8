package dev.plimsoll.core.check.files;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GatesTest {
  private static final String CI =
      """
      name: ci
      on: [push]
      jobs:
        lint:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@v4
            - run: ruff check .
        tests:
          runs-on: ubuntu-latest
          steps:
            - uses: actions/checkout@v4
            - run: |
                echo "testing"
                pytest -q
      """;

  @TempDir Path root;

  @Test
  void passesGatesThatCanFail() throws Exception {
    write(".github/workflows/ci.yml", CI);
    assertThat(judge(Map.of())).isEqualTo(new Outcome.Passed("2 gates in 1 file"));
  }

  @Test
  void seesAWorkflowThatNobodyReads() throws Exception {
    write(".github/workflows/ci.yml", CI);
    write("ci/workflows/release.yml", CI);
    write(".github/workflows/old/ci.yml", CI);
    write("node_modules/x/.github/workflows/ci.yml", CI);
    write("config.yml", "on: true\n");
    assertThat(texts(judge(Map.of())))
        .containsExactly(
            ".github/workflows/old/ci.yml: .github/workflows/old/ci.yml is a workflow in a folder"
                + " that GitHub does not read. Move it to .github/workflows/, or remove it.",
            "ci/workflows/release.yml: ci/workflows/release.yml is a workflow in a folder that"
                + " GitHub does not read. Move it to .github/workflows/, or remove it.");
  }

  @Test
  void seesAJobThatOnlyPrints() throws Exception {
    write(
        ".github/workflows/ci.yml",
        CI.replace("ruff check .", "echo \"lint passed; all good\"")
            .replace("pytest -q", "echo done"));
    assertThat(texts(judge(Map.of())))
        .containsExactly(
            ".github/workflows/ci.yml:4:3: The job lint only prints: it cannot fail. Let it run"
                + " what it promises, and fail with it.",
            ".github/workflows/ci.yml:9:3: The job tests only prints: it cannot fail. Let it run"
                + " what it promises, and fail with it.");
  }

  @Test
  void seesAFailureThatIsSwallowed() throws Exception {
    write(
        ".github/workflows/ci.yml",
        CI.replace("pytest -q", "pytest -q || true  # for now")
            .replace("ruff check .", "ruff check . || echo failed"));
    var outcome = judge(Map.of());
    assertThat(outcome.observed()).isEqualTo("gates that stop nothing");
    assertThat(outcome.findings())
        .extracting(finding -> String.valueOf(finding.at()))
        .containsExactly(".github/workflows/ci.yml:8", ".github/workflows/ci.yml:15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"continue-on-error: true", "if: false"})
  void seesAJobThatMayFailOrNeverRuns(String key) throws Exception {
    write(
        ".github/workflows/ci.yml",
        CI.replaceFirst(
            "    runs-on: ubuntu-latest\n", "    runs-on: ubuntu-latest\n    " + key + "\n"));
    assertThat(judge(Map.of())).isInstanceOf(Outcome.Failed.class);
    assertThat(judge(map("jobs", "tests"))).isInstanceOf(Outcome.Passed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo \"tests; now\" && pytest",
        "if ! ruff check .; then exit 1; fi",
        "test -z \"$(git status --porcelain)\"",
        "make test | tee log.txt"
      })
  void takesWhatRunsAProgramForAGate(String line) throws Exception {
    write("gate.sh", "set -e\n" + line + "\n");
    assertThat(judge(map("in", "gate.sh"))).isInstanceOf(Outcome.Passed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo one && echo two; exit 0",
        "printf 'Gate 5: %s' passed | tee log.txt",
        "true",
        "# pytest",
        "STATUS=passed"
      })
  void takesWhatOnlyPrintsForNoGate(String line) throws Exception {
    write("gate.sh", "set -e\n" + line + "\n");
    assertThat(judge(map("in", "gate.sh"))).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void looksForTheJobsThatAreNamed() throws Exception {
    write(".github/workflows/ci.yml", CI);
    assertThat(texts(judge(map("jobs", List.of("lint", "security")))))
        .containsExactly("No workflow has the job security.");
  }

  @Test
  void seesAScriptThatOnlyPrints() throws Exception {
    write("scripts/gate.sh", "#!/bin/sh\nset -e\necho 'Gate 4: passed'\nexit 0\n");
    write("scripts/real.sh", "#!/bin/sh\nset +e\npython check.py\n");
    assertThat(texts(judge(map("in", "scripts/*.sh"))))
        .containsExactly(
            "scripts/gate.sh: scripts/gate.sh only prints: it cannot fail. Let it run what it"
                + " promises, and fail with it.",
            "scripts/real.sh:2: scripts/real.sh: 'set +e' goes on after a failure. Remove it.");
  }

  @Test
  void failsWhereThereIsNoGate() throws Exception {
    assertThat(judge(Map.of()).observed()).isEqualTo("no gate");
    write(".github/workflows/ci.yml", "on: [push\njobs: {}\n");
    assertThat(judge(Map.of())).isInstanceOf(Outcome.Failed.class);
  }

  private Outcome judge(Map<String, Object> gates) throws InterruptedException {
    return new Stage(root).carryOut(new FilesVerb(), map("gates", gates)).outcome();
  }

  private static List<String> texts(Outcome outcome) {
    return outcome.findings().stream().map(Finding::toString).sorted().toList();
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }
}
