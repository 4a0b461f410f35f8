package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The audit log and the history, looked at from the command line.
@Timeout(120)
class LogCommandsTest {
  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void walkOnce() throws IOException {
    shell = Shell.in(Sandbox.with(folder, Map.of("pre-release", Lists.PRE_RELEASE))).trusting();
  }

  private void walk() {
    shell.run("run", "pre-release", "--answer", "reviewed=Grace Hopper");
  }

  @Test
  void aLogThatDoesNotExistYetIsNotCalledProven() {
    assertThat(shell.run("audit", "verify").exit()).isEqualTo(2);
    assertThat(shell.run("audit", "verify").out()).contains("no audit log yet");
    assertThat(shell.run("audit", "export").exit()).isEqualTo(1);
  }

  @Test
  void theProjectsOwnLogIsProvenAgainstItsLastCheckpoint() {
    walk();

    var said = shell.run("audit", "verify");

    assertThat(said.exit()).isZero();
    assertThat(said.out()).contains("✓ PROVEN").contains("entries are whole and in order.");
    var log = shell.run("audit", "verify", "--json").json().get("logs").get(0);
    assertThat(log.get("code").isNull()).isTrue();
    assertThat(log.get("head").asString()).hasSize(64);
    assertThat(log.get("remarks").size()).isZero();
  }

  @Test
  void anExportIsProvenAndAChangedOneIsNot() throws IOException {
    walk();
    assertThat(
            shell
                .run("audit", "export", "--out", "../log.jsonl", "--json")
                .json()
                .get("entries")
                .asInt())
        .isGreaterThan(5);
    var file = folder.resolve("log.jsonl");
    assertThat(shell.run("audit", "export").out()).isEqualTo(Files.readString(file));
    assertThat(shell.run("audit", "export", "--out", "../log.jsonl").exit()).isEqualTo(1);
    assertThat(shell.run("audit", "export", "--json").exit()).isEqualTo(64);

    var whole = shell.run("audit", "verify", file.toString());
    Files.writeString(file, Files.readString(file).replace("Grace", "Crace"));
    var changed = shell.run("audit", "verify", file.toString());

    assertThat(whole.exit()).isZero();
    assertThat(whole.out()).contains("NOTHING_TO_COMPARE");
    assertThat(changed.exit()).isEqualTo(1);
    assertThat(changed.out()).contains("✗ FAILED").contains("CHAIN_PREV at entry ");
    assertThat(shell.run("audit", "verify", "nowhere.jsonl").exit()).isEqualTo(2);
  }

  @Test
  void everyLogOfAHistoryFileIsVerifiedWithoutWritingToIt() {
    walk();
    var file = folder.resolve("home/history.db").toString();

    var json = shell.at(folder).run("audit", "verify", "--history", file, "--json").json();

    assertThat(json.get("exit").asInt()).isZero();
    assertThat(json.get("logs").size()).isEqualTo(1);
    assertThat(shell.run("audit", "verify", "--history", "nowhere.db").exit()).isEqualTo(2);
    assertThat(folder.resolve("demo/nowhere.db")).doesNotExist();
  }

  @Test
  void whatWasDoneIsListedAndShown() {
    walk();

    var runs = shell.run("history", "list", "--json").json().get("runs");
    var run = runs.get(0).get("run").asString();

    assertThat(runs.size()).isEqualTo(1);
    assertThat(runs.get(0).get("phase").asString()).isEqualTo("PAUSED");
    assertThat(shell.run("history", "list").out()).contains("RUN").contains(run).contains("NO_GO");
    assertThat(shell.run("history", "list", "--table", "releases").out())
        .contains("1.0.0")
        .contains("open");
    assertThat(shell.run("history", "list", "--table", "records").out())
        .isEqualTo("Nothing yet.\n");
    assertThat(shell.run("history", "list", "--release", "9.9.9").out())
        .isEqualTo("Nothing yet.\n");
    assertThat(shell.run("history", "list", "--project", ".").out()).contains(run);
    assertThat(shell.run("history", "show", run).out())
        .contains("Pre-release · demo 1.0.0")
        .contains("Code review · Grace Hopper");
    assertThat(shell.run("history", "show", run, "--json").json().get("steps").size()).isEqualTo(3);
    assertThat(shell.run("history", "show", "nobody").exit()).isEqualTo(1);
  }

  @Test
  void whatWasSaidIsFound() {
    walk();

    assertThat(shell.run("history", "search", "Grace", "Hopper").out()).contains("step.concluded");
    assertThat(
            shell
                .run("history", "search", "Grace", "--json")
                .json()
                .get("hits")
                .get(0)
                .get("step")
                .asString())
        .isEqualTo("reviewed");
    assertThat(shell.run("history", "search", "zebra").exit()).isEqualTo(1);
  }

  @Test
  void theHistoryIsExportedForOtherPrograms() throws IOException {
    walk();

    var json = JsonMapper.shared().readTree(shell.run("history", "export").out());
    var csv = shell.run("history", "export", "--format", "csv", "--table", "steps").out();
    var file = shell.run("history", "export", "--out", "../runs.json");

    assertThat(json.size()).isEqualTo(1);
    assertThat(csv.lines()).hasSize(4);
    assertThat(csv).contains("Grace Hopper");
    assertThat(file.out()).isEmpty();
    assertThat(JsonMapper.shared().readTree(Files.readString(folder.resolve("runs.json"))))
        .isEqualTo(json);
    assertThat(shell.run("history", "export", "--out", "../runs.json").exit()).isEqualTo(1);
    assertThat(shell.run("history", "export", "--json", "--format", "csv").exit()).isEqualTo(64);
  }
}
