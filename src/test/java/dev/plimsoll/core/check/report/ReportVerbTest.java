package dev.plimsoll.core.check.report;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportVerbTest {
  private static final String GREEN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuite name="suite" tests="3" failures="0" errors="0" skipped="1">
        <testcase classname="a.B" name="one" time="0.1"/>
        <testcase classname="a.B" name="two"><system-out>&lt;noise/&gt;</system-out></testcase>
        <testcase classname="a.B" name="three"><skipped message="later"/></testcase>
      </testsuite>
      """;
  private static final String RED =
      """
      <testsuites><testsuite name="s" tests="2" failures="1" errors="1">
        <testcase classname="a.C" name="adds"><failure message="expected 4&#10;was 5">trace</failure></testcase>
        <testcase classname="a.C" name="reads" file="src/c.py" line="12"><error message="no file"/></testcase>
      </testsuite></testsuites>
      """;

  @TempDir Path root;
  private final ReportVerb verb = new ReportVerb();
  private Stage stage;

  @BeforeEach
  void prepare() {
    stage = new Stage(root);
  }

  @Test
  void addsUpAllReportsThatMatch() throws Exception {
    write("out/TEST-1.xml", GREEN);
    write("out/TEST-2.xml", GREEN);
    var conclusion = judge(List.of("tests >= 6", "skipped <= 2"));
    assertThat(conclusion.outcome()).isEqualTo(new Outcome.Passed("6 tests: 4 passed, 2 skipped"));
    assertThat(conclusion.expected())
        .isEqualTo("at least 1 test; tests >= 6; skipped <= 2; failures == 0; errors == 0");
    assertThat(stage.tap.names()).containsExactly("TEST-1.xml", "TEST-2.xml");
  }

  @Test
  void namesEveryTestThatFailedWithItsPlace() throws Exception {
    write("out/TEST-1.xml", RED);
    assertThat(judge(null).outcome())
        .isInstanceOf(Outcome.Failed.class)
        .satisfies(outcome ->
            assertThat(outcome.observed()).isEqualTo("2 tests: 0 passed, 1 failure, 1 error"))
        .satisfies(outcome ->
            assertThat(outcome.findings())
                .extracting(Finding::toString)
                .contains(
                    "out/TEST-1.xml:2: a.C.adds failed: expected 4",
                    "src/c.py:12: a.C.reads broke: no file"));
  }

  @Test
  void failsWhenNoTestRan() throws Exception {
    write("out/TEST-1.xml", "<testsuites/>");
    assertThat(judge(null).outcome())
        .isEqualTo(
            new Outcome.Failed(
                "0 tests: 0 passed", List.of(Finding.error("The reports hold no test at all."))));
  }

  @Test
  void failsBelowTheNumberOfTestsAsked() throws Exception {
    write("out/TEST-1.xml", GREEN);
    var outcome =
        stage.carryOut(verb, map("junit", "out/*.xml", "atLeast", map("tests", 10))).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.findings())
        .extracting(Finding::message)
        .containsExactly("Expected at least 10 tests, saw 3.");
  }

  @Test
  void isUnavailableWhereNoFileMatches() throws Exception {
    var outcome = judge(null).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Unavailable.class);
    assertThat(outcome.findings())
        .extracting(Finding::message)
        .containsExactly("No file matches out/*.xml.");
  }

  @Test
  void cannotTellFromAReportThatIsCutOff() throws Exception {
    write("out/TEST-1.xml", GREEN);
    write("out/TEST-2.xml", GREEN.substring(0, GREEN.indexOf("three")));
    assertThat(judge(null).outcome())
        .isInstanceOf(Outcome.Inconclusive.class)
        .satisfies(outcome ->
            assertThat(outcome.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.at()).hasToString("out/TEST-2.xml:5"))
                .satisfies(finding ->
                    assertThat(finding.message())
                        .startsWith("out/TEST-2.xml cannot be read. It is not well-formed XML:")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html/>", "", "plain text", "{\"tests\": 4}"})
  void cannotTellFromWhatIsNoReport(String text) throws Exception {
    write("out/TEST-1.xml", text);
    assertThat(judge(null).outcome()).isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void refusesExternalEntities() throws Exception {
    write("secret.txt", "TOP SECRET");
    write(
        "out/TEST-1.xml",
        "<!DOCTYPE testsuite [<!ENTITY x SYSTEM \""
            + root.resolve("secret.txt").toUri()
            + "\">]>\n"
            + "<testsuite tests=\"1\"><testcase name=\"&x;\"><failure"
            + " message=\"&x;\">&x;</failure></testcase></testsuite>");
    var outcome = judge(null).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.toString())
        .contains("document type definition")
        .doesNotContain("TOP SECRET");
  }

  @Test
  void refusesEntityBombs() throws Exception {
    write(
        "out/TEST-1.xml",
        "<!DOCTYPE t [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>\n"
            + "<testsuite name=\"&b;\"/>");
    assertThat(judge(null).outcome()).isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void countsASuiteThatBrokeBeforeItsFirstTest() throws Exception {
    write(
        "out/TEST-1.xml",
        "<testsuites><testsuite name=\"s\" tests=\"1\" errors=\"1\"/></testsuites>");
    assertThat(judge(null).outcome())
        .isInstanceOf(Outcome.Failed.class)
        .satisfies(
            outcome -> assertThat(outcome.observed()).isEqualTo("1 test: 0 passed, 1 error"));
  }

  @Test
  void doesNotCountNestedSuitesTwice() throws Exception {
    write(
        "out/TEST-1.xml",
        "<testsuites tests=\"2\"><testsuite tests=\"2\"><testsuite tests=\"2\"><testcase"
            + " name=\"a\"/><testcase name=\"b\"/></testsuite></testsuite></testsuites>");
    assertThat(judge(null).outcome()).isEqualTo(new Outcome.Passed("2 tests: 2 passed"));
  }

  @Test
  void warnsOfTestsThatPassedOnlyWhenTriedAgain() throws Exception {
    write(
        "out/TEST-1.xml",
        "<testsuite><testcase name=\"a\"><flakyFailure message=\"x\"/></testcase></testsuite>");
    assertThat(judge(null).outcome()).isInstanceOf(Outcome.Warned.class);
  }

  @Test
  void doesNotTakeReportsOfAnEarlierRunForThisOne() throws Exception {
    write("out/TEST-1.xml", GREEN);
    write("out/TEST-old.xml", GREEN);
    Files.setLastModifiedTime(root.resolve("out/TEST-1.xml"), FileTime.from(Stage.NOW));
    Files.setLastModifiedTime(
        root.resolve("out/TEST-old.xml"), FileTime.from(Stage.NOW.minusSeconds(60)));
    var report = Stage.read(verb, map("junit", "out/*.xml"), null);
    var outcome = verb.carryOut(report, stage.context().afterProgram(Stage.NOW)).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(outcome.observed()).isEqualTo("3 tests: 2 passed, 1 skipped; 1 too old to count");
    assertThat(outcome.findings())
        .extracting(Finding::message)
        .containsExactly("out/TEST-old.xml is older than the program that should have written it.");
    assertThat(verb.carryOut(report, stage.context()).outcome()).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void saysWhatIsWrongInTheChecklist() {
    assertThat(Stage.lint(verb, map("junit", "../*.xml"), null))
        .singleElement()
        .asString()
        .contains("leads out");
    assertThat(Stage.lint(verb, map("junit", "out/[x"), null))
        .singleElement()
        .asString()
        .contains("never closed");
    assertThat(Stage.lint(verb, map("unit", "x"), null))
        .anySatisfy(line -> assertThat(line).contains("Did you mean 'junit'?"));
    assertThat(Stage.lint(verb, map("junit", "x", "atLeast", map("tests", 0)), null))
        .singleElement()
        .asString()
        .contains("from 1");
    assertThat(Stage.lint(verb, map("junit", "x"), Map.of("failed", 0)))
        .singleElement()
        .asString()
        .contains("'failed' cannot be looked at here");
  }

  @Test
  void countsWhatOnlyTheSuitesTogetherSayWentWrong() throws Exception {
    write(
        "out/a.xml",
        """
        <testsuites tests="1" failures="0" errors="2">
          <testsuite name="suite" tests="1" failures="0" errors="1">
            <testcase classname="a.B" name="one"/>
          </testsuite>
        </testsuites>
        """);
    var outcome = judge(null).outcome();
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("3 tests: 1 passed, 2 errors");
  }

  private Conclusion judge(@Nullable List<String> expect) throws InterruptedException {
    return stage.carryOut(verb, map("junit", "out/*.xml"), expect);
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(root.resolve(path).getParent());
    Files.writeString(root.resolve(path), text);
  }
}
