package dev.plimsoll.core.check.command;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.model.ReleaseType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandVerbTest {
  @TempDir Path temp;
  private Path root;
  private final CommandVerb verb = new CommandVerb();
  private Stage stage;

  @BeforeEach
  void prepare() throws IOException {
    root = Files.createDirectory(temp.resolve("repository"));
    stage = new Stage(root);
  }

  @Test
  void passesWhenTheProgramEndsWithZero() throws InterruptedException {
    var conclusion = stage.carryOut(verb, List.of("echo", "hello"));
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Passed.class);
    assertThat(conclusion.expected()).isEqualTo("exit code 0");
    assertThat(conclusion.exit()).isZero();
    assertThat(stage.tap.text("stdout.txt")).isEqualTo("hello\n");
  }

  @Test
  void failsOnAnyOtherExitCode() throws InterruptedException {
    var conclusion = stage.carryOut(verb, "false");
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Failed.class);
    assertThat(conclusion.outcome().observed()).startsWith("exit code 1 after ");
  }

  @Test
  void countsFailuresWhereTheExitCodeDoes() throws InterruptedException {
    var conclusion = stage.carryOut(verb, map("run", "exit 7", "shell", "sh", "exit", "count"));
    assertThat(conclusion.outcome().observed()).startsWith("exit code 7 (7 failures)");
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void tellsWarnedAndInconclusiveFromFailed() throws InterruptedException {
    assertThat(verdictOf(3)).isInstanceOf(Outcome.Warned.class);
    assertThat(verdictOf(2)).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(verdictOf(1)).isInstanceOf(Outcome.Failed.class);
    assertThat(verdictOf(0)).isInstanceOf(Outcome.Passed.class);
  }

  private Outcome verdictOf(int code) throws InterruptedException {
    return stage
        .carryOut(verb, map("run", "exit " + code, "shell", "sh", "exit", "verdict"))
        .outcome();
  }

  @Test
  void isUnavailableWhenTheProgramIsNotThere() throws InterruptedException {
    var conclusion = stage.carryOut(verb, List.of("no-such-linter", "--strict"));
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Unavailable.class);
    assertThat(conclusion.outcome().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.next()).contains("Install no-such-linter"));
    assertThat(conclusion.exit()).isNull();
  }

  @Test
  void cannotTellWhenItTakesTooLong() throws InterruptedException {
    var conclusion = stage.carryOut(verb, map("run", List.of("sleep", "1000"), "timeout", "500ms"));
    assertThat(conclusion.outcome())
        .isEqualTo(new Outcome.Inconclusive("did not end within 500 ms and was stopped"));
  }

  @Test
  void judgesWhatWasPrinted() throws InterruptedException {
    var run = map("run", "echo '41 passed, 1 failed'; echo done", "shell", "sh");
    assertThat(
            stage.carryOut(verb, run, List.of("stdout endsWith done", "stderr isEmpty")).outcome())
        .isInstanceOf(Outcome.Passed.class);
    var missed = stage.carryOut(verb, run, List.of("stdout regex \"(\\d+) failed\" toInt == 0"));
    assertThat(missed.outcome()).isInstanceOf(Outcome.Failed.class);
    assertThat(missed.outcome().findings())
        .extracting(Object::toString)
        .containsExactly("Expected stdout regex \"(\\d+) failed\" toInt == 0, saw 1.");
    assertThat(missed.expected())
        .isEqualTo("exit code 0; stdout regex \"(\\d+) failed\" toInt == 0");
  }

  @Test
  void leavesTheExitCodeToTheExpectationsThatSpeakOfIt() throws InterruptedException {
    var conclusion = stage.carryOut(verb, "false", Map.of("exitCode", 1));
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Passed.class);
    assertThat(conclusion.expected()).isEqualTo("exitCode == 1");
  }

  @Test
  void putsVariablesIntoWordsEnvironmentAndExpectations() throws InterruptedException {
    var run =
        map(
            "run",
            "echo \"$RELEASE {tag} ${HOME:+home}\"",
            "shell",
            "sh",
            "env",
            map("RELEASE", "{product}-{version}"));
    var conclusion =
        stage.carryOut(
            verb,
            run,
            List.of(
                "stdout == \"sample-1.5.0 v1.5.0 home\"", "stdout matches ^sample-{version}\\b"));
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void takesAVariableInAPatternAsItStands() throws InterruptedException {
    var conclusion =
        stage.carryOut(verb, List.of("echo", "1x5y0"), List.of("stdout matches {version}"));
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void refusesAVariableThatAShellWouldActUpon() {
    stage.releasing("1.0.0$(touch hacked)", ReleaseType.MAJOR);
    assertThatThrownBy(() -> stage.carryOut(verb, map("run", "echo {version}", "shell", "sh")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("{version} holds signs that a shell would act upon");
    assertThat(root.resolve("hacked")).doesNotExist();
  }

  @Test
  void givesSecretsToTheProgramAndToNobodyElse() throws InterruptedException {
    stage.secret("TOKEN", "hunter2hunter2");
    var run =
        map("run", List.of("sh", "-c", "echo \"token=$T\""), "env", map("T", "{secret.TOKEN}"));
    var conclusion = stage.carryOut(verb, run, List.of("stdout == \"token={secret.TOKEN}\""));
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Passed.class);
    assertThat(stage.tap.text("stdout.txt")).isEqualTo("token=[redacted TOKEN]\n");
    assertThat(conclusion.toString()).doesNotContain("hunter2");
  }

  @Test
  void runsInTheFolderNamed() throws Exception {
    Files.createDirectories(root.resolve("services/api"));
    var conclusion =
        stage.carryOut(
            verb,
            map("run", "pwd", "in", "services/api"),
            List.of("stdout endsWith /services/api"));
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void doesNotLeaveTheRepositoryThroughALink() throws IOException {
    Files.createSymbolicLink(root.resolve("out"), temp);
    assertThatThrownBy(() -> stage.carryOut(verb, map("run", "pwd", "in", "out")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("leads out of the repository");
  }

  @Test
  void stopsAScriptAtItsFirstError() throws InterruptedException {
    Conclusion conclusion =
        stage.carryOut(verb, map("run", "false\necho all good\n", "shell", "sh"));
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Failed.class);
    assertThat(stage.tap.text("stdout.txt")).isEmpty();
  }

  @Test
  void warnsWhenAChildHeldTheOutputOpen() throws InterruptedException {
    var conclusion = stage.carryOut(verb, map("run", "sleep 1000 &", "shell", "sh"));
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Warned.class);
    assertThat(conclusion.outcome().findings()).hasSize(1);
  }
}
