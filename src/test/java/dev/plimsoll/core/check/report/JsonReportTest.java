package dev.plimsoll.core.check.report;

import static dev.plimsoll.core.check.Nodes.map;
import static dev.plimsoll.core.check.report.Reports.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonReportTest {
  private static final Map<String, Object> TOTALS =
      map(
          "tests", "$.summary.total",
          "share", "$.summary.share",
          "missing", "$.packages[?@.state == 'missing'].name");

  @TempDir Path root;

  @Test
  void asksByNamedPath() throws Exception {
    var outcome =
        judge(
            "environment-with-a-missing-package.json",
            TOTALS,
            "tests == 4",
            "share >= 0.97",
            "missing count <= 1");
    assertThat(outcome).isEqualTo(new Outcome.Passed("tests 4, share 0.975, missing 'scipy'"));
  }

  @Test
  void seesAMissingPackageThatTheProgramKeptQuietAbout() throws Exception {
    var outcome = judge("environment-with-a-missing-package.json", TOTALS, "missing count == 0");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void asksByPathAlone() throws Exception {
    assertThat(
            judge(
                "environment-with-a-missing-package.json",
                Map.of(),
                "jsonpath \"$.status\" == \"ok\""))
        .isInstanceOf(Outcome.Passed.class);
    Files.delete(root.resolve("out/environment-with-a-missing-package.json"));
    assertThat(
            judge(
                "environment-with-a-missing-package.json",
                Map.of(),
                "jsonpath \"$.nowhere\" == \"ok\""))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void failsWhereNoTestRan() throws Exception {
    var outcome =
        judge("summary-of-no-test.json", Map.of("tests", "$.summary.total"), "tests >= 0");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(texts(outcome)).containsExactly("The reports hold no test at all.");
  }

  @Test
  void saysThatPlainTextIsNoJson() throws Exception {
    var outcome = judge("plain-text.json", TOTALS, "tests >= 1");
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(texts(outcome))
        .containsExactly(
            "out/plain-text.json:1: out/plain-text.json cannot be read. It is not JSON: line 1 says"
                + " 'All checks passed.'. See whether what writes it was cut short, and run it"
                + " again.");
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(
            Stage.lint(
                new ReportVerb(), map("json", "a.json", "totals", map("tests", "$.")), "tests > 1"))
        .anySatisfy(line -> assertThat(line).contains("'$.' is no JSONPath"));
    assertThat(Stage.lint(new ReportVerb(), map("json", "a.json"), null))
        .anySatisfy(line -> assertThat(line).contains("It is not said what must hold"));
  }

  private Outcome judge(String fixture, Map<String, Object> totals, String... expect)
      throws Exception {
    Files.createDirectories(root.resolve("out"));
    Files.copy(
        Path.of("src/test/resources/report").resolve(fixture),
        root.resolve("out").resolve(fixture));
    return new Stage(root)
        .carryOut(
            new ReportVerb(), map("json", "out/" + fixture, "totals", totals), List.of(expect))
        .outcome();
  }
}
