package dev.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What `run` says about requests before it sends them, and which parameters it takes.
@Timeout(120)
class RunTrafficCommandTest {
  private static final String LIST =
      """
      schema: plimsoll/checklist/v1
      id: smoke-tests
      title: Smoke tests
      category: smoke
      parameters:
        url: {type: url, default: "http://localhost:1"}
      sections:
        - id: all
          title: Everything
          steps:
            - id: hello
              title: It says hello
              command: {run: [sh, hello.sh]}
              expect: ["stdout contains hello"]
            - id: health
              title: It is well
              http: "{url}/health"
              expect: [status == 200]
            - id: many
              title: It bears many
              http: {url: "http://localhost:2/", burst: {requests: 40, atOnce: 4}}
              expect: [status == 200]
      """;

  @TempDir Path folder;
  private Shell shell;

  @BeforeEach
  void trust() throws IOException {
    shell = Shell.in(Sandbox.with(folder, Map.of("smoke-tests", LIST))).trusting();
  }

  @Test
  void aPlanIsShownForNoParameterThatARunWouldRefuse() {
    for (var wrong :
        Map.of(
                "uri=http://localhost:3", "no parameter named uri",
                "url=localhost:3", "Begin with http://",
                "url=htp://localhost", "Begin with http://",
                "url=http://ada:osprey@localhost:3", "holds a login")
            .entrySet()) {
      var said = shell.run("run", "smoke-tests", "--plan", "--set", wrong.getKey());

      assertThat(said.exit()).as(wrong.getKey()).isEqualTo(2);
      assertThat(said.err()).contains(wrong.getValue()).doesNotContain("osprey");
      assertThat(said.out()).doesNotContain("at most");
    }
    assertThat(shell.run("run", "smoke-tests", "--plan", "--set", "url=http://localhost:3").out())
        .contains("localhost:3  1 request");
  }

  @Test
  void aParameterWithoutAValueIsToldHowItIsWritten() {
    var said = shell.run("run", "smoke-tests", "--plan", "--set", "url");

    assertThat(said.exit()).isEqualTo(64);
    assertThat(said.err()).contains("should be as NAME=VALUE but was url").contains("--help");
  }

  @Test
  void aWordThatIsNoneOfThoseIsToldAsTheHelpWritesThem() {
    var said = shell.run("run", "smoke-tests", "--only", "passed");

    assertThat(said.exit()).isEqualTo(64);
    assertThat(said.err())
        .contains("Invalid value for option '--only': expected failed, not 'passed'.");
  }

  @Test
  void whatIsRefusedLeavesTheOpenRunAsItIs() {
    shell.run("run", "smoke-tests", "--step", "hello");
    var before = shell.run("history", "list", "--json").json().get("runs");

    assertThat(shell.run("run", "smoke-tests", "--new", "--set", "uri=x").exit()).isEqualTo(2);
    assertThat(shell.run("run", "smoke-tests", "--new", "--set", "url=http://a:osprey@b").exit())
        .isEqualTo(2);
    var typo = shell.run("run", "smoke-tests", "--new", "--confirm-burst", "api.example.org");

    assertThat(typo.exit()).isEqualTo(64);
    assertThat(typo.err()).contains("No burst and no probe goes to 'api.example.org'.");
    assertThat(shell.run("history", "list", "--json").json().get("runs")).isEqualTo(before);
  }

  @Test
  void onlyWhatIsStartedIsAnnounced() {
    assertThat(shell.run("run", "smoke-tests", "--step", "hello").out())
        .contains("PASSED")
        .doesNotContain("It sends");
    assertThat(shell.run("run", "smoke-tests", "--step", "health").out())
        .contains("It sends at most 1 request:")
        .doesNotContain("localhost:2");

    assertThat(shell.run("run", "smoke-tests", "--only", "failed").out())
        .contains("It sends at most 1 request:")
        .doesNotContain("localhost:2");
    assertThat(
            shell
                .run("run", "smoke-tests", "--only", "failed", "--json")
                .json()
                .get("traffic")
                .get("requests")
                .asInt())
        .isEqualTo(1);
    assertThat(shell.run("run", "smoke-tests").out()).contains("It sends at most 41 requests:");
  }
}
