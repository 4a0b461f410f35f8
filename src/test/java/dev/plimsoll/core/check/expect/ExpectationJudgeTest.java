package dev.plimsoll.core.check.expect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Nodes;
import dev.plimsoll.core.check.json.JsonValue;
import dev.plimsoll.core.checklist.Findings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectationJudgeTest {
  private static final String OUTPUT = "collected\n41 passed, 1 failed\nALL DONE\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stdout contains 41 passed",
        "stdout not contains ERROR",
        "stdout startsWith collected",
        "stdout endsWith DONE",
        "stdout matches \\d+ passed",
        "stdout includes ALL DONE",
        "stdout not includes ALL",
        "stdout not isEmpty",
        "stdout != other",
        "stdout regex \"(\\d+) passed\" == 41",
        "stdout regex \"(\\d+) passed\" toInt > 40"
      })
  void areMet(String expectation) {
    assertThat(judge(expectation, new Fact.Text(OUTPUT, true))).isEqualTo(new Verdict.Met());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stdout contains 42 passed",
        "stdout not contains failed",
        "stdout startsWith passed",
        "stdout isEmpty",
        "stdout == ALL DONE",
        "stdout matches ^ALL DONE",
        "stdout regex \"(\\d+) skipped\" toInt == 0",
        "stdout regex \"ALL (\\w+)\" toInt == 0"
      })
  void areMissed(String expectation) {
    assertThat(judge(expectation, new Fact.Text(OUTPUT, true))).isInstanceOf(Verdict.Missed.class);
  }

  @Test
  void sayWhatWasSeenInstead() {
    assertThat(judge("stdout contains 42 passed", new Fact.Text(OUTPUT, true)))
        .isEqualTo(
            new Verdict.Missed(
                "Expected stdout contains 42 passed, saw 3 lines, the last one 'ALL DONE'."));
    assertThat(judge("stdout contains x", new Fact.Text("", true)))
        .isEqualTo(new Verdict.Missed("Expected stdout contains x, saw nothing."));
  }

  @Test
  void takeAFinalLineEndAsNone() {
    assertThat(judge("stdout == 4", new Fact.Text("4\r\n", true))).isEqualTo(new Verdict.Met());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stdout contains x",
        "stdout not contains x",
        "stdout matches x",
        "stdout == x",
        "stdout regex \"x(.)\" == y"
      })
  void areUnclearWhereTheMiddleWasLeftOut(String expectation) {
    assertThat(judge(expectation, new Fact.Text(OUTPUT, false)))
        .isInstanceOf(Verdict.Unclear.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stdout contains passed", "stdout endsWith DONE", "stdout matches ALL"})
  void areMetByWhatIsThereEvenWhereTheMiddleWasLeftOut(String expectation) {
    assertThat(judge(expectation, new Fact.Text(OUTPUT, false))).isEqualTo(new Verdict.Met());
  }

  @Test
  void areUnclearWhereAPatternRunsAway() {
    assertThat(judge("stdout matches (a+)+\\1b", new Fact.Text("a".repeat(300), true)))
        .isInstanceOf(Verdict.Unclear.class);
  }

  @Test
  void compareNumbersAndTimes() {
    assertThat(judge("exitCode <= 3", new Fact.Whole(3))).isEqualTo(new Verdict.Met());
    assertThat(judge("exitCode not == 0", new Fact.Whole(0)))
        .isEqualTo(new Verdict.Missed("Expected exitCode not == 0, saw 0."));
    assertThat(judge("duration < 300ms", new Fact.Time(Duration.ofMillis(299))))
        .isEqualTo(new Verdict.Met());
    assertThat(judge("duration < 300ms", new Fact.Time(Duration.ofMillis(300))))
        .isEqualTo(new Verdict.Missed("Expected duration < 300ms, saw 300ms."));
  }

  @ParameterizedTest
  @EnumSource(names = {"CONTAINS", "STARTS_WITH", "ENDS_WITH", "MATCHES"})
  void aVariableThatIsEmptyIsInEveryTextAndProvesNothing(Predicate predicate) {
    var expectation =
        new Expectation("stdout", List.of(), false, predicate, "", Expectation.Spelling.LOOSE);
    assertThat(ExpectationJudge.judge(expectation, new Fact.Text("anything", true)))
        .isInstanceOf(Verdict.Unclear.class);
    var node = new JsonValue.Text("anything", 1);
    assertThat(ExpectationJudge.judge(expectation, new Fact.Nodes(List.of(node), true)))
        .isInstanceOf(Verdict.Unclear.class);
  }

  private static Verdict judge(String text, Fact fact) {
    var queries =
        Map.of(
            "stdout",
            QueryKind.TEXT,
            "exitCode",
            QueryKind.WHOLE_NUMBER,
            "duration",
            QueryKind.TIME);
    var findings = new Findings();
    var read = new ExpectationReader(queries, findings).read(Nodes.of(List.of(text)));
    assertThat(findings.list()).isEmpty();
    return ExpectationJudge.judge(read.getFirst(), fact);
  }
}
