package dev.plimsoll.core.check.report;

import static dev.plimsoll.core.check.report.Reports.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PytestReportTest {
  @TempDir Path root;

  @Test
  void countsWhatTheLastLineSays() throws Exception {
    assertThat(judge("pytest-green.log", List.of("tests == 7", "xfailed <= 1", "warnings == 2")))
        .isEqualTo(new Outcome.Passed("7 tests: 5 passed, 1 skipped, 1 failed as expected"));
  }

  @Test
  void holdsTheTimeAgainstABudget() throws Exception {
    assertThat(judge("pytest-green.log", List.of("duration < 15m")))
        .isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void failsWhereTheTimeIsOver() throws Exception {
    var outcome = judge("pytest-green.log", List.of("duration < 1m"));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(texts(outcome)).containsExactly("Expected duration < 1m, saw 63250ms.");
  }

  @Test
  void namesWhatFailedWithItsPlace() throws Exception {
    var outcome = judge("pytest-failures.log", null);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("4 tests: 2 passed, 1 failure, 1 error");
    assertThat(texts(outcome))
        .containsExactly(
            "Expected failures == 0, saw 1.",
            "Expected errors == 0, saw 1.",
            "tests/test_sun.py:12: tests/test_sun.py::TestSun::test_rises[east] failed:"
                + " AssertionError: assert 'east' == 'west'",
            "tests/test_import.py:3: tests/test_import.py broke:"
                + " ModuleNotFoundError: No module named 'nothing'");
  }

  @Test
  void readsSubtestsFramesAndNamesWithDashes() throws Exception {
    var outcome = judge("pytest-subtests.log", null);
    assertThat(outcome.observed()).isEqualTo("5 tests: 2 passed, 3 failures");
    assertThat(texts(outcome))
        .containsExactly(
            "Expected failures == 0, saw 3.",
            "tests/test_sun.py:4: tests/test_sun.py::test_rises[a - b] failed: assert 'a - b' =="
                + " 'west'",
            "tests/test_sun.py:9: tests/test_sun.py::TestSun::test_sets failed: ValueError: multi",
            "tests/test_sun.py:21: tests/test_sun.py::TestSun::test_sub failed: AssertionError: 0"
                + " != 1");
  }

  @Test
  void cannotTellWithoutALastLine() throws Exception {
    var outcome = judge("pytest-cut-off.log", null);
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(texts(outcome)).singleElement().asString().contains("cut short");
  }

  @Test
  void cannotTellWhereASecondSessionHasNoEnd() throws Exception {
    assertThat(judge("pytest-second-session-cut-off.log", null))
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void failsWhereNoTestRan() throws Exception {
    var outcome = judge("pytest-no-tests-ran.log", null);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(texts(outcome)).containsExactly("The reports hold no test at all.");
  }

  @Test
  void failsWhereEveryTestWasDeselected() throws Exception {
    assertThat(judge("pytest-all-deselected.log", null)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void readsQuietAndColouredLogsAndAddsSessionsUp() throws Exception {
    assertThat(judge("pytest-quiet-and-coloured.log", List.of("duration == 1500ms")))
        .isEqualTo(new Outcome.Passed("7 tests: 7 passed"));
  }

  @Test
  void cannotTellWhereAnEarlierSessionWasCutShort() throws Exception {
    assertThat(judge("pytest-first-session-cut.log", null))
        .isInstanceOf(Outcome.Inconclusive.class);
  }

  @Test
  void doesNotPassOnTestsThatWereAllSkipped() throws Exception {
    var outcome = judge("pytest-all-skipped.log", null);
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(texts(outcome))
        .containsExactly(
            "Every test was skipped, so nothing was tested. Run them, or say how many may be:"
                + " skipped <= 3");
    assertThat(judgeAgain("pytest-all-skipped.log", List.of("skipped <= 3")))
        .isInstanceOf(Outcome.Passed.class);
  }

  private Outcome judgeAgain(String fixture, List<String> expect) throws Exception {
    Files.delete(root.resolve("out").resolve(fixture));
    return judge(fixture, expect);
  }

  private Outcome judge(String fixture, @Nullable List<String> expect) throws InterruptedException {
    return new Reports(root).judge("pytest", fixture, expect);
  }
}
