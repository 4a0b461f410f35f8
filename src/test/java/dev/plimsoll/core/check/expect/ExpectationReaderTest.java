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

class ExpectationReaderTest {
  private static final Map<String, QueryKind> QUERIES =
      Map.of(
          "stdout", QueryKind.TEXT, "exitCode", QueryKind.WHOLE_NUMBER, "duration", QueryKind.TIME);

  private final Findings findings = new Findings();

  @Test
  void readsTextsAndTheEqualMapping() {
    var texts =
        read(
            List.of(
                "stdout contains all good",
                "stdout not contains \"ERROR\"",
                "exitCode == 0",
                "duration<15m",
                "stdout not isEmpty"));
    var mapping =
        read(
            map(
                "stdout",
                map("contains", "all good", "not contains", "ERROR", "isEmpty", false),
                "exitCode",
                0,
                "duration",
                "< 15m"));
    assertThat(findings.list()).isEmpty();
    assertThat(texts).containsExactlyInAnyOrderElementsOf(mapping).hasSize(5);
  }

  @Test
  void keepsBackslashesAndQuotesOfAValue() {
    assertThat(
            read(
                List.of("stdout matches \"^v\\d+ \\\"ok\\\"$\"", "stdout contains say \"hi\" now")))
        .extracting(Expectation::value)
        .containsExactly("^v\\d+ \"ok\"$", "say \"hi\" now");
  }

  @Test
  void readsFilters() {
    assertThat(read("stdout regex \"(\\d+) passed\" toInt >= 10"))
        .containsExactly(
            new Expectation("stdout", "(\\d+) passed", true, false, Predicate.AT_LEAST, "10"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "stdot contains x | 'stdot' cannot be looked at here. Did you mean 'stdout'?",
        "stdout jsonpath '$.ok[' == true | '$.ok[' is no JSONPath query, at character 6: Expected a"
            + " name",
        "exitCode jsonpath $.ok == 1 | 'exitCode' is no text",
        "stdout exists | 'exists' applies to nodes of JSON.",
        "stdout jsonpath $.a > many | 'many' is no number",
        "stdout jsonpath $.a exists x | 'exists' takes no value",
        "stdout jsonpath $.a jsonschema x.json | 'jsonschema' applies to a whole document.",
        "stdout jsonschema ../x.json | leads out of the folder",
        "stdout conains x | 'conains' is no predicate. Did you mean 'contains'?",
        "stdout count == 3 | 'count' applies to nodes, and there are none yet.",
        "stdout contains | 'contains' is not followed by a value.",
        "stdout isEmpty x | 'isEmpty' takes no value",
        "stdout | does not say what must hold",
        "stdout > 3 | Make a number of it: stdout regex",
        "stdout matches a(b | 'a(b' is no regular expression: Unclosed group",
        "exitCode contains 3 | does not apply to a number or a time",
        "exitCode == three | 'three' is no whole number",
        "exitCode toInt == 3 | regex and toInt do not apply to it",
        "duration < soon | 'soon' is no duration",
        "stdout contains \"x | is not closed"
      })
  void saysWhatIsWrong(String text, String message) {
    assertThat(read(List.of(text))).isEmpty();
    assertThat(findings.list())
        .singleElement()
        .asString()
        .contains(message)
        .startsWith("checklist.yaml:2:1: ");
  }

  @Test
  void takesVariablesInPatternsAndNumbers() {
    read(
        List.of(
            "stdout matches ^{product}-[0-9]{2}$", "stdout regex \"(\\d+)\" toInt >= {minimum}"));
    assertThat(findings.list()).isEmpty();
  }

  private List<Expectation> read(Object expect) {
    return new ExpectationReader(QUERIES, findings).read(Nodes.of(expect));
  }
}
