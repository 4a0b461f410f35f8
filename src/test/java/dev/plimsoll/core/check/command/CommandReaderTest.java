package dev.plimsoll.core.check.command;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandReaderTest {
  private final CommandVerb verb = new CommandVerb();

  @Test
  void showsWhatWillRunAsItWillBeExecuted() {
    var command =
        Stage.read(
            verb,
            map(
                "run",
                List.of("pytest", "-k", "not slow", "it's"),
                "in",
                "api",
                "env",
                map("B", "1", "A", "{tag}")),
            null);
    assertThat(command.describe())
        .containsExactly(
            "runs: pytest -k 'not slow' 'it'\\''s'",
            "in the folder api",
            "sets the variable A",
            "sets the variable B");
  }

  @Test
  void showsEveryLineOfAScript() {
    var command = Stage.read(verb, map("shell", "pwsh", "run", "Get-Item x\nexit 3"), null);
    assertThat(command.describe())
        .containsExactly("runs: a script for pwsh:", "  Get-Item x", "  exit 3");
  }

  @Test
  void readsAProgramForEachSystem() {
    var command =
        Stage.read(
            verb, map("run", map("linux", List.of("make", "test"), "windows", "nmake")), null);
    assertThat(command.describe())
        .containsExactly("runs on linux: make test", "runs on windows: nmake");
    assertThat(command.program().on(Program.System.MACOS)).isNull();
  }

  @Test
  void recognisesTheSystem() {
    assertThat(Program.System.of("Windows 11")).isEqualTo(Program.System.WINDOWS);
    assertThat(Program.System.of("Mac OS X")).isEqualTo(Program.System.MACOS);
    assertThat(Program.System.of("Linux")).isEqualTo(Program.System.LINUX);
  }

  @Test
  void readsWhatExitCodesMean() {
    var command =
        Stage.read(
            verb,
            map(
                "run",
                "x",
                "exit",
                map("pass", List.of(0, 4), "warn", 3, "inconclusive", 2, "failures", "count")),
            null);
    assertThat(command.expected())
        .isEqualTo("exit code 0 or 4 (3 warns, 2 could not tell, others count failures)");
  }

  @Test
  void asksForAListWhereAShellWouldBeNeeded() {
    assertThat(lint("mvn verify"))
        .containsExactly(
            "checklist.yaml:1:1: 'mvn verify' would need a shell to take it apart, and none is"
                + " used. Write the program and its arguments as a list: [mvn, -q, verify]; or add"
                + " shell: sh.");
  }

  @Test
  void namesTheNearestRightWord() {
    assertThat(lint(map("run", "x", "timout", "5m")))
        .singleElement()
        .asString()
        .contains("Unknown key 'timout'. Did you mean 'timeout'?");
    assertThat(lint(map("run", map("linx", "x"))))
        .first()
        .asString()
        .contains("Did you mean 'linux'?");
    assertThat(lint(map("run", "x", "shell", "bash")))
        .first()
        .asString()
        .contains("'shell' cannot be bash.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../other", "/tmp", "C:\\tools", "a/../../b", "..\\other"})
  void keepsTheFolderInsideTheRepository(String folder) {
    assertThat(lint(map("run", "x", "in", folder)))
        .singleElement()
        .asString()
        .contains("may not leave the repository");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(lint(map("timeout", "5m")))
        .singleElement()
        .asString()
        .contains("The key 'run' is missing");
    assertThat(lint(List.of())).singleElement().asString().contains("No program is named here");
    assertThat(lint(map("run", "x", "exit", map("pass", "zero"))))
        .singleElement()
        .asString()
        .contains("'pass' must be an exit code");
    assertThat(lint(map("run", "x", "fencedFrom", "README.md")))
        .singleElement()
        .asString()
        .contains("not in this version");
  }

  private List<String> lint(Object value) {
    return Stage.lint(verb, value, null);
  }
}
