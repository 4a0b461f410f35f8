package dev.plimsoll.core.check.command;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Programs that end with 0 and say in JSON that something is wrong.
class CommandJsonTest {
  @TempDir Path root;
  private final CommandVerb verb = new CommandVerb();
  private Stage stage;

  @BeforeEach
  void prepare() {
    stage = new Stage(root);
  }

  @Test
  void anEnvironmentReportThatEndsWithZeroAndMissesAPackageFails() throws Exception {
    var report =
        """
        {"python": "3.13",
         "packages": {"numpy": {"state": "ok"}, "scipy": {"state": "missing"}}}
        """;
    var expect = List.of("stdout jsonpath \"$..[?@.state == 'missing']\" count == 0");
    var conclusion = print("environment-report-with-missing-package.json", report, expect);
    assertThat(conclusion.exit()).isZero();
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Failed.class);
    assertThat(conclusion.outcome().findings())
        .extracting(Finding::message)
        .containsExactly(
            "Expected stdout jsonpath \"$..[?@.state == 'missing']\" count == 0, saw 1.");
    assertThat(print("green.json", report.replace("missing", "ok"), expect).outcome())
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void aListOfMissingPackagesIsCounted() throws Exception {
    var expect = List.of("stdout jsonpath \"$.missing\" count == 0");
    assertThat(print("a.json", "{\"missing\": [\"pandas\"]}", expect).outcome())
        .isInstanceOf(Outcome.Failed.class);
    assertThat(print("b.json", "{\"missing\": []}", expect).outcome())
        .isInstanceOf(Outcome.Passed.class);
    assertThat(print("c.json", "missing: pandas", expect).outcome())
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void aReadinessScriptWhoseExitCodeCountsFailuresIsUnderstood() throws Exception {
    Files.writeString(
        root.resolve("readiness.sh"),
        "echo '{\"checks\": [{\"name\": \"disk\", \"ok\": false}, {\"name\": \"port\", \"ok\":"
            + " false}]}'\n"
            + "exit 2\n");
    var conclusion =
        stage.carryOut(
            verb,
            map("run", List.of("sh", "readiness.sh"), "exit", "count"),
            List.of("jsonpath \"$.checks[?@.ok == false]\" count == 0"));
    assertThat(conclusion.outcome()).isInstanceOf(Outcome.Failed.class);
    assertThat(conclusion.outcome().observed()).startsWith("exit code 2 (2 failures)");
    assertThat(conclusion.outcome().findings())
        .extracting(Finding::message)
        .containsExactly(
            "Expected stdout jsonpath \"$.checks[?@.ok == false]\" count == 0, saw 2.");
  }

  @Test
  void aDocumentIsHeldAgainstASchemaOfTheRepository() throws Exception {
    Files.writeString(
        root.resolve("report.schema.json"),
        "{\"type\": \"object\", \"required\": [\"suites\"], \"properties\": {\"suites\":"
            + " {\"minItems\": 1}}}");
    var expect = List.of("stdout jsonschema \"report.schema.json\"");
    assertThat(print("full.json", "{\"suites\": [1]}", expect).outcome())
        .isInstanceOf(Outcome.Passed.class);
    assertThat(print("empty.json", "{\n\"suites\": []}", expect).outcome().findings())
        .singleElement()
        .asString()
        .contains("line 2, /suites: ");
    Files.delete(root.resolve("report.schema.json"));
    assertThat(print("full.json", "{\"suites\": [1]}", expect).outcome())
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  private Conclusion print(String file, String text, List<String> expect)
      throws IOException, InterruptedException {
    Files.writeString(root.resolve(file), text);
    return stage.carryOut(verb, List.of("cat", file), expect);
  }
}
