package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Sandbox;
import dev.plimsoll.core.run.report.TapReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `--only failed`, `--junit` and `--tap`.
@Timeout(120)
class RunExportsTest {
  private static final String LIST =
      """
      schema: plimsoll/checklist/v1
      id: smoke-tests
      title: Smoke tests
      category: smoke
      sections:
        - id: all
          title: Everything
          steps:
            - id: hello
              title: It says hello
              command: {run: [sh, hello.sh]}
              expect: ["stdout contains hello"]
            - id: counts
              title: It counts its starts
              command: {shell: sh, run: "echo x >> starts.txt; cat wanted.txt"}
            - id: echo
              title: It echoes a secret
              command: {shell: sh, run: "echo {secret.ADMIN_KEY}"}
              expect: ["stdout contains open"]
      """;

  @TempDir Path folder;

  private Sandbox sandbox() throws IOException {
    var sandbox = Sandbox.with(folder, Map.of("smoke-tests", LIST));
    var project = sandbox.repository.resolve(".plimsoll/project.yaml");
    Files.writeString(project, Files.readString(project) + "secrets: [ADMIN_KEY]\n");
    return sandbox;
  }

  @Test
  void onlyWhatFailedIsStartedAgainAndIsThenFlaky() throws IOException {
    var sandbox = sandbox();
    var starts = sandbox.repository.resolve("starts.txt");
    var shell = Shell.in(sandbox).with("ADMIN_KEY", "open-sesame-42").trusting();

    assertThat(shell.run("run", "smoke-tests").exit()).isEqualTo(1);
    Files.writeString(sandbox.repository.resolve("wanted.txt"), "here\n");
    var said = shell.run("run", "smoke-tests", "--only", "failed", "--junit", "out.xml");

    assertThat(Files.readAllLines(starts)).hasSize(2);
    assertThat(said.out())
        .contains("It counts its starts")
        .doesNotContain("✓ PASSED          It says hello");
    assertThat(Files.readString(sandbox.repository.resolve("out.xml")))
        .contains("<flakyFailure")
        .contains("value=\"smoke-tests\"");
    var again = shell.run("run", "smoke-tests", "--only", "failed", "--new");
    assertThat(again.exit()).isEqualTo(64);
    assertThat(again.err()).contains("--only failed continues the open run");
  }

  @Test
  void aPlantedSecretStandsInNoExport() throws IOException {
    var sandbox = sandbox();
    var shell = Shell.in(sandbox).with("ADMIN_KEY", "open-sesame-42").trusting();

    var said = shell.run("run", "smoke-tests", "--junit", "out.xml", "--tap", "out.tap", "--json");
    var xml = Files.readString(sandbox.repository.resolve("out.xml"));
    var tap = Files.readString(sandbox.repository.resolve("out.tap"));

    assertThat(said.out() + said.err() + xml + tap).doesNotContain("sesame");
    assertThat(xml).contains("<failure ").contains("name=\"decision\" value=\"NO_GO\"");
    var points = TapReader.read(tap);
    assertThat(points).extracting(TapReader.Point::ok).containsExactly(true, false, false);
    var run = said.json().get("run").asString();
    assertThat(shell.run("history", "show", run, "--tap", "past.tap").exit()).isZero();
    var past = Files.readString(sandbox.repository.resolve("past.tap"));
    assertThat(TapReader.read(past))
        .extracting(TapReader.Point::ok)
        .containsExactly(true, false, false);
    assertThat(past).doesNotContain("sesame");
  }

  @Test
  void theHistoryExportsWhatTheRunDid() throws IOException {
    var sandbox = sandbox();
    var shell = Shell.in(sandbox).with("ADMIN_KEY", "open-sesame-42").trusting();
    shell.run("run", "smoke-tests");
    Files.writeString(sandbox.repository.resolve("wanted.txt"), "here\n");
    var said =
        shell.run(
            "run",
            "smoke-tests",
            "--only",
            "failed",
            "--junit",
            "a.xml",
            "--tap",
            "a.tap",
            "--json");
    var run = said.json().get("run").asString();
    assertThat(shell.run("history", "show", run, "--junit", "b.xml", "--tap", "b.tap").exit())
        .isZero();

    for (var kind : List.of("xml", "tap")) {
      assertThat(sandbox.repository.resolve("b." + kind))
          .hasSameTextualContentAs(sandbox.repository.resolve("a." + kind));
    }
    assertThat(sandbox.repository.resolve("b.xml"))
        .content()
        .contains("<flakyFailure", "Expected stdout contains open, saw")
        .doesNotContain("sesame");
  }

  @Test
  void aReportIsNeverWrittenOver() throws IOException {
    var sandbox = sandbox();
    Files.writeString(sandbox.repository.resolve("out.xml"), "mine");
    var shell = Shell.in(sandbox).trusting();

    var said = shell.run("run", "smoke-tests", "--junit", "out.xml");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("There is a file out.xml already.");
    assertThat(sandbox.repository.resolve("starts.txt")).doesNotExist();
    assertThat(Files.readString(sandbox.repository.resolve("out.xml"))).isEqualTo("mine");
  }
}
