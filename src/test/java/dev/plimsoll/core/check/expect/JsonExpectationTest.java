package dev.plimsoll.core.check.expect;

import static dev.plimsoll.core.check.Nodes.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.check.Nodes;
import dev.plimsoll.core.checklist.Findings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What assertions say about JSON. A query gives nodes; only one node is a value.
class JsonExpectationTest {
  private static final String REPORT =
      """
      {
        "ok": true,
        "total": 12,
        "share": 0.25,
        "version": "2.10",
        "none": null,
        "missing": [],
        "packages": [
          {"name": "hull", "state": "ok"},
          {"name": "mast", "state": "missing"}
        ]
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jsonpath $.ok == true",
        "jsonpath $.total == 12",
        "jsonpath $.total == 12.0",
        "jsonpath $.total != 13",
        "jsonpath $.total isInteger",
        "jsonpath $.share not isInteger",
        "jsonpath $.share <= 0.25",
        "jsonpath $.share > 0.2",
        "jsonpath $.none == null",
        "jsonpath $.none exists",
        "jsonpath $.nothing not exists",
        "jsonpath $.ok isBoolean",
        "jsonpath $.version isString",
        "jsonpath $.version == \"2.10\"",
        "jsonpath $.version startsWith 2.",
        "jsonpath $.version matches ^\\d+\\.\\d+$",
        "jsonpath $.version regex \"\\.(\\d+)\" toInt == 10",
        "jsonpath $.version regexGroup(2) \"(\\d+)\\.(\\d+)\" toInt == 10",
        "jsonpath $.missing isEmpty",
        "jsonpath $.missing isCollection",
        "jsonpath $.missing count == 0",
        "jsonpath $.nothing count == 0",
        "jsonpath $.packages count == 2",
        "jsonpath $.packages[*] count == 2",
        "jsonpath $.packages[*].name nth(1) == mast",
        "jsonpath $.packages[*].name nth 1 == mast",
        "jsonpath $.packages[*].name first == hull",
        "jsonpath $.packages[?@.state=='missing'].name == mast",
        "jsonpath $.total toString == 12",
        "jsonpath $.total toInt < 13"
      })
  void areMet(String expectation) {
    assertThat(judge(expectation, REPORT)).isEqualTo(new Verdict.Met());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "jsonpath $.nothing == 1 | saw 0 nodes.",
        "jsonpath $.nothing != 1 | saw 0 nodes.",
        "jsonpath $.nothing not == 1 | saw 0 nodes.",
        "jsonpath $.nothing isEmpty | saw 0 nodes.",
        "jsonpath $.packages[*].name == hull | saw 2 nodes.",
        "jsonpath $.packages[*].name not contains x | saw 2 nodes.",
        "jsonpath $.packages[*].name nth(2) == x | saw 0 nodes.",
        "jsonpath $.nothing toInt == 0 | there are 0 nodes.",
        "jsonpath $.nothing exists | saw 0 nodes.",
        "jsonpath $.total == \"12\" | saw 12.",
        "jsonpath $.version == 2.10 | saw '2.10'.",
        "jsonpath $.version > 2 | saw '2.10'.",
        "jsonpath $.ok == \"true\" | saw true.",
        "jsonpath $.missing == 0 | saw an array of 0.",
        "jsonpath $.total startsWith 1 | saw 12.",
        "jsonpath $.packages[?@.state=='missing'] count == 0 | saw 1."
      })
  void areMissed(String expectation, String seen) {
    assertThat(judge(expectation, REPORT))
        .isInstanceOfSatisfying(
            Verdict.Missed.class, missed -> assertThat(missed.sentence()).endsWith(seen));
  }

  @Test
  void showTheFirstBadLineOfWhatIsNoJson() {
    assertThat(judge("jsonpath $.ok == true", "{\n  \"ok\": true,\nTraceback: no module\n}"))
        .isInstanceOfSatisfying(
            Verdict.Missed.class,
            missed ->
                assertThat(missed.sentence())
                    .startsWith(
                        "Expected stdout jsonpath \"$.ok\" == true, and it is no JSON: line 3,"
                            + " 'Traceback: no module'."));
    assertThat(judge("jsonpath $.ok not exists", "")).isInstanceOf(Verdict.Missed.class);
  }

  @Test
  void areUnclearWhereThePartInTheMiddleIsMissing() {
    var expectation = read("jsonpath $.ok == true").getFirst();
    assertThat(ExpectationJudge.judge(expectation, new Fact.Text(REPORT, false)))
        .isInstanceOf(Verdict.Unclear.class);
  }

  @Test
  void areUnclearWhereAQueryLooksAtTooMuch() {
    var wide = "[" + "0,".repeat(9_999) + "0]";
    assertThat(judge("jsonpath \"$[?count($[*]) == 1]\" count == 0", wide))
        .isInstanceOf(Verdict.Unclear.class);
  }

  @Test
  void readsTheEqualMapping() {
    var texts =
        read(
            List.of(
                "stdout jsonpath \"$.ok\" == true",
                "stdout jsonpath \"$.total\" > 3",
                "stdout jsonpath \"$.name\" == \"hull\"",
                "stdout jsonpath \"$.missing\" count == 0",
                "stdout jsonpath \"$.gone\" not exists",
                "stdout jsonpath \"$.id\" isInteger"));
    var mapping =
        read(
            map(
                "stdout",
                map(
                    "jsonpath",
                    map(
                        "$.ok",
                        true,
                        "$.total",
                        "> 3",
                        "$.name",
                        "hull",
                        "$.missing",
                        map("count ==", 0),
                        "$.gone",
                        map("exists", false),
                        "$.id",
                        map("isInteger", true)))));
    assertThat(mapping).isEqualTo(texts).hasSize(6);
  }

  @Test
  void takeAVariableAsWhateverItIsComparedWith() {
    var values = Map.of("{wanted}", "2.10", "{field}", "a'b");
    var version = read("jsonpath $.version == {wanted}").getFirst();
    assertThat(
            ExpectationJudge.judge(
                version.resolved(text -> values.getOrDefault(text, text), text -> text),
                new Fact.Text(REPORT, true)))
        .isEqualTo(new Verdict.Met());
    var field = read("jsonpath \"$['{field}']\" not exists").getFirst();
    assertThat(field.resolved(text -> values.getOrDefault(text, text), text -> text))
        .hasToString("stdout jsonpath \"$['a\\'b']\" not exists");
  }

  private static Verdict judge(String text, String output) {
    return ExpectationJudge.judge(read(text).getFirst(), new Fact.Text(output, true));
  }

  private static List<Expectation> read(Object expect) {
    var findings = new Findings();
    var read =
        new ExpectationReader(Map.of("stdout", QueryKind.TEXT), findings).read(Nodes.of(expect));
    assertThat(findings.list()).isEmpty();
    return read;
  }
}
