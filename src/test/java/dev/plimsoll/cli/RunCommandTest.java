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

@Timeout(120)
class RunCommandTest {
  @TempDir Path folder;

  private Sandbox sandbox(String checklist) throws IOException {
    return Sandbox.with(folder, Map.of("pre-release", checklist));
  }

  @Test
  void aChecklistThatNobodyTrustedIsShownAndNotRun() throws IOException {
    var shell = Shell.in(sandbox(Lists.PRE_RELEASE));

    var said = shell.run("run", "pre-release");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out())
        .contains("Nobody trusted")
        .contains("pre-release / hello: runs: sh hello.sh")
        .contains("Nothing was run.")
        .contains("--trust ");
    assertThat(shell.run("history", "list").out()).isEqualTo("Nothing yet.\n");
    var json = shell.run("run", "pre-release", "--json").json();
    assertThat(json.get("exit").asInt()).isEqualTo(2);
    assertThat(json.get("untrusted").get("digest").asString()).hasSize(64);
  }

  @Test
  void itIsTrustedByItsDigestAndByNoOther() throws IOException {
    var shell = Shell.in(sandbox(Lists.PRE_RELEASE));
    var digest = shell.run("trust", "--json").json().get("digest").asString();

    assertThat(shell.run("run", "pre-release", "--trust", "0".repeat(64)).exit()).isEqualTo(2);
    assertThat(shell.run("run", "pre-release", "--trust", "0".repeat(64)).err())
        .startsWith("Not trusted: ");
    var said = shell.run("run", "pre-release", "--trust", digest);

    assertThat(said.out()).contains("PASSED").contains("It says hello");
    assertThat(shell.run("trust").exit()).isZero();
  }

  @Test
  void whatNobodyAnsweredLeavesItOpenAndIsNamed() throws IOException {
    var shell = Shell.in(sandbox(Lists.PRE_RELEASE)).trusting();

    var said = shell.run("run", "pre-release");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out())
        .contains("NO-GO YET")
        .contains("“Code review” has not run.")
        .contains("--answer reviewed=")
        .contains("--sign-as PRINCIPAL");
  }

  @Test
  void answersAndASignatureMakeItGo() throws IOException {
    var sandbox = sandbox(Lists.PRE_RELEASE);
    var shell = Shell.in(sandbox).trusting();

    var said =
        shell.run(
            "run",
            "pre-release",
            "--answer",
            "reviewed=Grace, PR 12",
            "--sign-as",
            Sandbox.ADA,
            "--key",
            sandbox.keyFile.toString());

    assertThat(said.err()).isEmpty();
    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains("Grace, PR 12 (answered on the command line)")
        .contains("approved by " + Sandbox.ADA)
        .contains("GO  Pre-release of demo 1.0.0")
        .contains("COMPLETE");
  }

  @Test
  void theSameWordsInJson() throws IOException {
    var sandbox = sandbox(Lists.PRE_RELEASE);
    var shell = Shell.in(sandbox).trusting();

    var said = shell.run("run", "pre-release", "--answer", "reviewed=Grace", "--json");

    var json = said.json();
    assertThat(said.err()).contains("It says hello");
    assertThat(json.get("exit").asInt()).isEqualTo(said.exit()).isEqualTo(2);
    assertThat(json.get("decision").asString()).isEqualTo("NO_GO");
    assertThat(json.get("release").get("version").asString()).isEqualTo("1.0.0");
    assertThat(json.get("steps").size()).isEqualTo(3);
    assertThat(json.get("steps").get(0).get("standing").asString()).isEqualTo("PASSED");
    assertThat(json.get("steps").get(1).get("observed").asString()).contains("Grace");
    assertThat(json.get("steps").get(2).get("standing").asString()).isEqualTo("NOT_RUN");
    assertThat(json.get("continued").isNull()).isTrue();
  }

  @Test
  void aFailedStepWinsOverWhatIsOpen() throws IOException {
    var sandbox = sandbox(Lists.PRE_RELEASE);
    Files.writeString(sandbox.repository.resolve("hello.sh"), "echo goodbye\n");
    var shell = Shell.in(sandbox).trusting();

    var said = shell.run("run", "pre-release");

    assertThat(said.exit()).isEqualTo(1);
    assertThat(said.out()).contains("✗ NO-GO").contains("✗ FAILED").contains("Rehearsal");
  }

  @Test
  void runningAgainContinuesAndNewStartsAnother() throws IOException {
    var shell = Shell.in(sandbox(Lists.PRE_RELEASE)).trusting();
    var first = shell.run("run", "pre-release", "--json").json();

    var again = shell.run("run", "pre-release", "--answer", "reviewed=Grace", "--json").json();
    var other = shell.run("run", "pre-release", "--new", "--json").json();

    assertThat(again.get("run")).isEqualTo(first.get("run"));
    assertThat(again.get("continued").get("crashed").asBoolean()).isFalse();
    assertThat(again.get("steps").get(0).get("attempts").asInt()).isEqualTo(1);
    assertThat(other.get("run")).isNotEqualTo(first.get("run"));
    assertThat(shell.run("history", "list").out()).contains("ABORTED").contains("PAUSED");
  }

  @Test
  void aFailedStepIsWaivedUntilADay() throws IOException {
    var sandbox = sandbox(Lists.ONE_PROGRAM);
    Files.writeString(sandbox.repository.resolve("hello.sh"), "exit 1\n");
    var shell = Shell.in(sandbox).trusting();

    var said =
        shell.run(
            "run", "pre-release", "--waive", "hello=known, fixed in 1.1", "--until", "2999-12-31");

    assertThat(said.exit()).isZero();
    assertThat(said.out())
        .contains("WAIVED          It says hello · until 2999-12-31: known, fixed in 1.1")
        .contains("COMPLETE WITH OVERRIDES (1)");
    assertThat(shell.run("run", "pre-release", "--waive", "hello=why").exit()).isEqualTo(64);
  }

  @Test
  void aStrictListTakesAnswersInTheirOrder() throws IOException {
    var last =
        """
              - id: last
                title: At last
                command: {run: [sh, hello.sh]}
        """;
    var shell = Shell.in(sandbox(Lists.strict(Lists.PRE_RELEASE) + last)).trusting();

    var open = shell.run("run", "pre-release", "--json").json();
    var said = shell.run("run", "pre-release", "--answer", "reviewed=Grace", "--json").json();

    assertThat(open.get("steps").get(3).get("standing").asString()).isEqualTo("NOT_RUN");
    assertThat(said.get("steps").get(1).get("standing").asString()).isEqualTo("PASSED");
    assertThat(said.get("steps").get(3).get("standing").asString()).isEqualTo("NOT_RUN");
  }

  @Test
  void aStepThatBecomesFreeWithAnAnswerRunsAtOnce() throws IOException {
    var list =
        """
        schema: plimsoll/checklist/v1
        id: pre-release
        title: Pre-release
        category: pre-release
        mode: read-do
        sections:
          - id: all
            title: Everything
            steps:
              - id: ready
                title: Ready
                ask: {challenge: "Ready?", record: confirm}
              - id: hello
                title: It says hello
                command: {run: [sh, hello.sh]}
        """;
    var shell = Shell.in(sandbox(list)).trusting();

    var said = shell.run("run", "pre-release", "--answer", "ready=yes");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).containsSubsequence("Ready · confirmed", "It says hello", "GO");
  }

  @Test
  void anAnswerThatIsNoneIsRefusedInASentenceAndNothingIsRecorded() throws IOException {
    var list =
        Lists.ONE_PROGRAM
            + """
                  - id: ready
                    title: Ready
                    ask: {challenge: "Ready?", record: confirm}
            """;
    var shell = Shell.in(sandbox(list)).trusting();

    var said = shell.run("run", "pre-release", "--answer", "ready=maybe");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err())
        .isEqualTo("Not answered: 'maybe' is neither yes nor no.\nAnswer yes or no.\n");
    assertThat(
            shell
                .run("run", "pre-release", "--json")
                .json()
                .get("steps")
                .get(1)
                .get("attempts")
                .asInt())
        .isZero();
  }

  @Test
  void aFileIsKeptAsEvidence() throws IOException {
    var sandbox = sandbox(Lists.PRE_RELEASE);
    var notes = Files.writeString(folder.resolve("notes.txt"), "looked at everything\n");
    var shell = Shell.in(sandbox).trusting();

    shell.run("run", "pre-release", "--answer", "reviewed=Grace", "--attach", "reviewed=" + notes);

    var run =
        shell.run("history", "list", "--json").json().get("runs").get(0).get("run").asString();
    assertThat(
            shell
                .run("history", "show", run, "--json")
                .json()
                .get("steps")
                .get(1)
                .get("evidence")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void nothingIsSignedWhereTheGateWouldRefuse() throws IOException {
    var sandbox = sandbox(Lists.PRE_RELEASE);
    var shell = Shell.in(sandbox).trusting();

    var said =
        shell.run(
            "run", "pre-release", "--sign-as", Sandbox.ADA, "--key", sandbox.keyFile.toString());

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.out()).doesNotContain("approved by").contains("“Approval” has not run.");
  }

  @Test
  void aKeyThatTheTrustFileDoesNotGiveToThePersonSignsNothing() throws IOException {
    var sandbox = sandbox(Lists.PRE_RELEASE);
    var shell = Shell.in(sandbox).trusting();
    shell.run("key", "new", "other", "--no-passphrase");

    var said =
        shell.run(
            "run",
            "pre-release",
            "--answer",
            "reviewed=x",
            "--sign-as",
            Sandbox.ADA,
            "--key",
            "other");

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err())
        .startsWith("Not signed: .plimsoll/allowed_signers does not give the key SHA256:");
    assertThat(shell.run("history", "list").out()).isEqualTo("Nothing yet.\n");
  }

  @Test
  void withoutAKeyTheAgentIsAskedAndItsAbsenceIsSaid() throws IOException {
    var shell = Shell.in(sandbox(Lists.PRE_RELEASE)).trusting();

    var said = shell.run("run", "pre-release", "--sign-as", Sandbox.ADA);

    assertThat(said.exit()).isEqualTo(2);
    assertThat(said.err()).contains("SSH_AUTH_SOCK is not set");
  }

  @Test
  void aParameterIsGivenWhenTheRunIsOpened() throws IOException {
    var shell = Shell.in(sandbox(Lists.PRE_RELEASE)).trusting();

    assertThat(shell.run("run", "pre-release", "--set", "greting=hi").exit()).isEqualTo(2);
    assertThat(shell.run("run", "pre-release", "--set", "greeting=hi").exit()).isEqualTo(2);
    assertThat(shell.run("run", "pre-release", "--set", "greeting=other").err())
        .contains("has greeting=hi");
  }

  @Test
  void aBurstThatWillNotStartIsNotAskedAbout() throws IOException {
    var list =
        Lists.ONE_PROGRAM.replace("run: [sh, hello.sh]", "run: [sh, -c, exit 3]")
            + """
                  - id: many
                    title: Many at once
                    http: {url: "http://api.example.invalid/", burst: {requests: 50}}
                    expect: [status == 200]
            """;
    var shell = Shell.in(sandbox(list)).trusting();

    assertThat(shell.run("run", "pre-release").err())
        .contains("“Many at once” sends 50 requests in quick succession to api.example.invalid");
    var again = shell.run("run", "pre-release", "--only", "failed");

    assertThat(again.exit()).isEqualTo(1);
    assertThat(again.err()).doesNotContain("has confirmed");
  }
}
