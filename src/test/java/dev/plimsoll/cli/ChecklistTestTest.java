package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The author's cases, tried from the command line.
@Timeout(120)
class ChecklistTestTest {
  private static final String LIST =
      """
      schema: plimsoll/checklist/v1
      id: gates
      title: Gates
      category: pre-release
      parameters:
        url: {type: text, default: none}
      sections:
        - id: all
          title: All
          steps:
            - {id: changelog, title: Changelog, changelog: CHANGELOG.md}
            - {id: unit, title: Unit, command: {run: [unit-tests, "{url}"]}, expect: ["stdout contains passed"]}
            - {id: clean, title: Clean, git: {clean: true, branch: release}}
            - {id: reviewed, title: Reviewed, ask: {challenge: "Who?", record: text}}
            - {id: major, title: Major, ask: So?, types: [major]}
            - {id: guarded, title: Guarded, ask: So?, when: steps.unit.outcome == PASSED}
            - {id: tag, title: Tag, tag: {}, irreversible: true}
            - {id: version, title: Version, version: {greater: true}}
      """;
  private static final String HEAD =
      """
      schema: plimsoll/checklist-test/v1
      checklist: gates
      cases:
      """;
  private static final String HOLD =
      HEAD
          + """
              - name: an undated heading fails
                step: changelog
                given: {files: {"CHANGELOG.md": "# Changelog\\n\\n## [1.0.0]\\n- x\\n"}, version: 1.0.0, git: {tags: [v0.9.0]}}
                outcome: FAILED
                finding: "CHANGELOG.md:3"
              - name: a dated heading passes
                step: changelog
                given: {files: {"CHANGELOG.md": "# Changelog\\n\\n## [1.0.0] - 2026-03-01\\n- x\\n"}}
                outcome: PASSED
              - name: the program is not there
                step: unit
                outcome: UNAVAILABLE
              - name: green tests
                step: unit
                given: {stubs: {unit-tests: {stdout: "42 passed"}}}
                outcome: PASSED
              - name: red tests
                step: unit
                given: {stubs: {unit-tests: {exit: 1, stdout: "1 failed", stderr: "oh"}}}
                outcome: FAILED
              - name: a script sees its argument
                step: unit
                given: {stubs: {unit-tests: "test \\"$1\\" = here && echo passed"}, parameters: {url: here}}
                outcome: PASSED
              - name: something is uncommitted
                step: clean
                given: {git: {branch: main, uncommitted: {left.txt: over}}}
                outcome: FAILED
                finding: left.txt
              - {name: no release branch, step: clean, given: {git: {branch: topic}}, outcome: FAILED}
              - {name: clean, step: clean, given: {fixture: docs}, outcome: PASSED}
              - {name: a name is an answer, step: reviewed, given: {answer: Grace}, outcome: PASSED}
              - {name: only for majors, step: major, given: {type: patch}, outcome: NOT_APPLICABLE}
              - {name: after green, step: guarded, given: {steps: {unit: FAILED}}, outcome: NOT_APPLICABLE}
              - {name: no step back, step: version, given: {version: 1.0.0, git: {tags: [v1.2.0]}}, outcome: FAILED}
          """;

  @TempDir Path folder;

  private Shell shell(String cases) throws IOException {
    var sandbox = Sandbox.with(folder, Map.of("gates", LIST));
    var tests = Files.createDirectories(sandbox.repository.resolve(".plimsoll/checklists/tests"));
    Files.writeString(tests.resolve("gates.yaml"), cases);
    Files.createDirectories(sandbox.repository.resolve("docs"));
    Files.writeString(sandbox.repository.resolve("docs/a.md"), "A\n");
    return Shell.in(sandbox);
  }

  @Test
  void aFixtureBehindALinkThatLeadsOutIsRefused() throws IOException {
    var secret = Files.createDirectories(folder.resolve("elsewhere/fixture"));
    Files.writeString(secret.resolve("private.txt"), "x\n");
    var shell =
        shell(
            HEAD
                + "  - {name: out, step: clean, given: {fixture: link/fixture}, outcome:"
                + " PASSED}\n");
    Files.createSymbolicLink(folder.resolve("demo/link"), folder.resolve("elsewhere"));
    var said = shell.trusting().run("checklist", "test");
    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("NOT_TRIED").contains("leads out of the repository");
  }

  @Test
  void everyCaseHolds() throws IOException {
    var said = shell(HOLD).trusting().run("checklist", "test");

    assertThat(said.exit()).as(said.out() + said.err()).isZero();
    assertThat(said.out())
        .contains("held     gates / changelog: an undated heading fails (FAILED)\n")
        .endsWith("13 cases, all held.\n");
    try (var left = Files.list(folder.resolve("home/cases"))) {
      assertThat(left).as("nothing is left over").isEmpty();
    }
  }

  @Test
  void aCaseThatDoesNotHoldSaysWhatCameOut() throws IOException {
    var shell =
        shell(
                HEAD
                    + "  - {name: wrong, step: reviewed, given: {answer: Grace}, outcome: FAILED}\n"
                    + "  - {name: no answer, step: reviewed, outcome: PASSED}\n"
                    + "  - {name: other words, step: clean, outcome: PASSED, finding: nowhere}\n"
                    + "  - {name: an action, step: tag, outcome: PASSED}\n")
            .trusting();
    var said = shell.run("checklist", "test");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out())
        .contains("NOT HELD gates / reviewed: wrong (PASSED)")
        .contains(".plimsoll/checklists/tests/gates.yaml:4:")
        .contains("wanted FAILED, came to PASSED")
        .contains("Add answer: under given.")
        .contains("wanted PASSED with \"nowhere\"")
        .contains("The step acts on the world")
        .endsWith("4 cases, 4 did not hold.\n");
    var json = shell.run("checklist", "test", "--json").json().get("cases");
    assertThat(json.get(3).get("outcome").asString()).isEqualTo("NOT_TRIED");
  }

  @Test
  void nothingRunsBeforeTheCasesThemselvesAreTrusted() throws IOException {
    var marker = folder.resolve("ran");
    var cases =
        HEAD
            + "  - {name: n, step: unit, given: {stubs: {unit-tests: \"touch '"
            + marker
            + "'\"}}, outcome: FAILED}\n";
    var shell = shell(HOLD).trusting();
    Files.writeString(folder.resolve("demo/.plimsoll/checklists/tests/gates.yaml"), cases);

    var said = shell.run("checklist", "test");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("not trusted");
    assertThat(marker).doesNotExist();

    assertThat(shell.trusting().run("checklist", "test", "gates").exit()).isZero();
    assertThat(marker).exists();
  }

  @Test
  void noCaseIsNoPass() throws IOException {
    var shell = Shell.in(Sandbox.with(folder, Map.of("gates", LIST))).trusting();
    var said = shell.run("checklist", "test");
    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).contains("There is no case.");
    assertThat(shell.run("checklist", "test", "gats").exit()).isEqualTo(64);
  }
}
