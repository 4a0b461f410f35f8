package dev.plimsoll.core.check.report;

import static dev.plimsoll.core.check.report.Reports.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SarifReportTest {
  @TempDir Path root;

  @Test
  void namesEachResultWithItsPlace() throws Exception {
    var outcome = judge("bandit.sarif", null);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(outcome.observed()).isEqualTo("3 results: 1 error, 1 warning, 1 note, 1 suppressed");
    assertThat(texts(outcome))
        .containsExactly(
            "Expected errors == 0, saw 1.",
            "Expected warnings == 0, saw 1.",
            "src/my tool.py:14: B602: A shell is started.",
            "out/bandit.sarif: B101: An assert is used.",
            "out/bandit.sarif: B311: Chance is not safe.");
  }

  @Test
  void allowsWhatTheChecklistAllows() throws Exception {
    assertThat(judge("bandit.sarif", List.of("total <= 3"))).isInstanceOf(Outcome.Passed.class);
  }

  @Test
  void passesACleanRun() throws Exception {
    assertThat(judge("sarif-clean.sarif", null)).isEqualTo(new Outcome.Passed("no result"));
  }

  @Test
  void failsWhereNoToolRan() throws Exception {
    var outcome = judge("sarif-no-run.sarif", null);
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(texts(outcome)).containsExactly("The reports hold no run of a tool at all.");
  }

  @Test
  void cannotTellWhereTheToolCrashed() throws Exception {
    var outcome = judge("sarif-tool-crashed.sarif", null);
    assertThat(outcome).isInstanceOf(Outcome.Inconclusive.class);
    assertThat(texts(outcome))
        .singleElement()
        .asString()
        .contains("scanner says that it did not come to its end.");
  }

  @Test
  void readsNoOtherVersion() throws Exception {
    assertThat(judge("sarif-old-version.sarif", null)).isInstanceOf(Outcome.Inconclusive.class);
  }

  private Outcome judge(String fixture, @Nullable List<String> expect) throws InterruptedException {
    return new Reports(root).judge("sarif", fixture, expect);
  }
}
