package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class CommandTreeTest {
  @TempDir Path folder;

  private Shell shell() {
    return Shell.in(folder.resolve("nowhere"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "release status",
        "release approve",
        "release seal",
        "record verify",
        "record show",
        "audit verify",
        "audit recognise",
        "audit watch",
        "audit export",
        "audit anchors",
        "audit proof",
        "audit checkpoint",
        "audit key",
        "audit import",
        "audit new-log",
        "audit rotate-key",
        "witness key",
        "witness add",
        "witness list",
        "witness cosign",
        "witness accept",
        "audit verifiers",
        "history list",
        "history show",
        "history search",
        "history export",
        "checklist diff",
        "checklist import",
        "checklist drift",
        "checklist lint",
        "checklist list",
        "checklist test",
        "key new",
        "key list",
        "key show",
        "init",
        "trust",
        "demo",
        "completion",
        "help"
      })
  void everyCommandExplainsItselfAndTakesTheCommonOptions(String command) {
    var words = new ArrayList<>(List.of(command.split(" ")));
    words.add("--help");

    var said = shell().run(words.toArray(String[]::new));

    assertThat(said.exit()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out())
        .startsWith("Usage: plimsoll " + command)
        .contains("--json", "--home", "--project", "--no-color", "--debug", "--help");
    words.removeLast();
    words.addFirst("help");
    assertThat(shell().run(words.toArray(String[]::new)).out()).isEqualTo(said.out());
  }

  @Test
  void everyCommandStandsInTheGuide() throws Exception {
    var guide = Files.readString(Path.of("docs/guides/command-line.md"));
    var script = shell().run("completion").out();

    for (var command :
        List.of(
            "run",
            "release",
            "record",
            "audit",
            "witness",
            "history",
            "checklist",
            "key",
            "init",
            "trust",
            "demo",
            "completion",
            "help")) {
      assertThat(script).contains(command);
      assertThat(guide).contains("plimsoll " + command);
    }
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertThat(shell().run("--version").out()).matches("plimsoll \\d+\\.\\d+\\.\\d+.*\\R");
  }

  @Test
  void theCompletionScriptIsAcceptedByBash() throws Exception {
    var script =
        Files.writeString(folder.resolve("completion.sh"), shell().run("completion").out());

    var bash =
        new ProcessBuilder("bash", "-n", script.toString()).redirectErrorStream(true).start();

    assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEmpty();
    assertThat(bash.waitFor()).isZero();
  }

  @Test
  void coloursAreForTerminalsThatWantThem() throws Exception {
    var terminal = shell().asked(new Typed());

    assertThat(terminal.run("trust").err()).contains("\u001b[31m");
    assertThat(terminal.run("trust", "--no-color").err()).doesNotContain("\u001b");
    assertThat(terminal.with("NO_COLOR", "1").run("trust").err()).doesNotContain("\u001b");
    assertThat(terminal.with("TERM", "dumb").run("trust").err()).doesNotContain("\u001b");
    assertThat(shell().run("trust").err()).doesNotContain("\u001b");
  }
}
