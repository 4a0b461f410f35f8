package dev.plimsoll.core.check.report;

import static dev.plimsoll.core.check.Nodes.map;
import static dev.plimsoll.core.check.report.Reports.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Stage;
import dev.plimsoll.core.model.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageReportTest {
  @TempDir Path root;

  @Test
  void doesNotRoundUpToTheThreshold() throws Exception {
    var outcome = judge("cobertura-7999-of-10000.xml", "lines >= 80");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed())
        .isEqualTo("lines 79.99% (7999 of 10000), branches 60% (6 of 10)");
    assertThat(texts(outcome))
        .containsExactly(
            "Expected lines >= 80, saw 79.99% (7999 of 10000).",
            "src/core.py: Covered of src/core.py: 50% (1 of 2).");
  }

  @Test
  void passesAtTheThreshold() throws Exception {
    assertThat(judge("cobertura-7999-of-10000.xml", "lines >= 79.99%"))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void countsTheLinesOfAnOldReportOnce() throws Exception {
    var outcome = judge("cobertura-without-counts.xml", "lines == 75");
    assertThat(outcome).isInstanceOf(Outcome.Passed.class);
    assertThat(outcome.observed()).isEqualTo("lines 75% (3 of 4)");
  }

  @Test
  void readsJaCoCo() throws Exception {
    assertThat(judge("jacoco.xml", "lines >= 90", "branches >= 75", "instructions > 95"))
        .isInstanceOf(Outcome.Passed.class)
        .satisfies(outcome ->
            assertThat(outcome.observed()).isEqualTo("lines 90% (9 of 10), branches 75% (3 of 4)"))
        .satisfies(outcome ->
            assertThat(texts(outcome))
                .containsExactly("a/b/C.java: Covered of a/b/C.java: 90% (9 of 10)."));
  }

  @Test
  void readsTheCountsOfCoveragePyNotItsRoundedText() throws Exception {
    assertThat(judge("coverage-py.json", "lines >= 95", "branches >= 89", "total >= 93"))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void failsWhereTheBranchesAreBelow() throws Exception {
    assertThat(judge("coverage-py.json", "branches >= 89.01")).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void cannotTellOfBranchesThatNobodyMeasured() throws Exception {
    var outcome = judge("cobertura-without-counts.xml", "branches >= 50");
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(texts(outcome).getLast())
        .isEqualTo("Cannot tell whether branches >= 50: the coverage report does not say it.");
  }

  @Test
  void failsWhereNothingWasMeasured() throws Exception {
    var outcome = judge("coverage-py-of-nothing.json", "lines >= 80");
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(texts(outcome)).contains("The reports hold no measured line at all.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "coverage-py-without-counts.json",
        "coverage-declares-entities.xml",
        "plain-text.json",
        "cut-off.json",
        "sarif-clean.sarif"
      })
  void cannotTellFromWhatIsNoCoverage(String fixture) throws Exception {
    assertThat(judge(fixture, "lines >= 80")).isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void saysThatAThresholdIsMissingOrWrong() {
    assertThat(Stage.lint(new ReportVerb(), map("coverage", "c.xml"), null))
        .singleElement()
        .asString()
        .contains("It is not said what must hold of the coverage report.");
    assertThat(Stage.lint(new ReportVerb(), map("coverage", "c.xml"), List.of("lines >= much")))
        .anySatisfy(line -> assertThat(line).contains("'much' is no percentage"));
  }

  @Test
  void doesNotBelieveMoreBranchesCoveredThanThereAre() throws Exception {
    assertThat(judge("cobertura-20-of-10-branches.xml", "branches >= 80"))
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  private Outcome judge(String fixture, String... expect) throws InterruptedException {
    return new Reports(root).judge("coverage", fixture, List.of(expect));
  }
}
