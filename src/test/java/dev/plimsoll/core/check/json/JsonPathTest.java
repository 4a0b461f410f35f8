package dev.plimsoll.core.check.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plimsoll.core.check.jsonpath.JsonPath;
import dev.plimsoll.core.check.jsonpath.JsonPathLimitException;
import dev.plimsoll.core.check.jsonpath.JsonPathSyntaxException;
import dev.plimsoll.core.check.jsonpath.Located;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The core of RFC 9535, over a document of our own.
class JsonPathTest {
  private static final String HARBOUR =
      """
      {
        "berths": [
          {"name": "North", "depth": 12.5, "ships": ["Ada", "Brig"]},
          {"name": "South", "depth": 7, "ships": []},
          {"name": "Quay's end", "depth": 1e1, "closed": true, "ships": ["Cog"]}
        ],
        "limits": {"depth": 10, "tug": null}
      }
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$.limits.depth | $['limits']['depth']",
        "$.berths[0].name | $['berths'][0]['name']",
        "$.berths[-1].name | $['berths'][2]['name']",
        "$.berths[7].name |",
        "$.missing |",
        "$.limits.* | $['limits']['depth'] $['limits']['tug']",
        "$.berths[1:].depth | $['berths'][1]['depth'] $['berths'][2]['depth']",
        "$.berths[::-2].depth | $['berths'][2]['depth'] $['berths'][0]['depth']",
        "$.berths[0,0].depth | $['berths'][0]['depth'] $['berths'][0]['depth']",
        "$..ships[0] | $['berths'][0]['ships'][0] $['berths'][2]['ships'][0]",
        "$.berths[?@.depth < $.limits.depth].name | $['berths'][1]['name']",
        "$.berths[?@.depth == 10].name | $['berths'][2]['name']",
        "$.berths[?@.closed].name | $['berths'][2]['name']",
        "$.berths[?!@.closed && @.depth > 7].name | $['berths'][0]['name']",
        "$.berths[?count(@.ships[*]) == 0].name | $['berths'][1]['name']",
        "$.berths[?length(@.name) > 5].name | $['berths'][2]['name']",
        "$.berths[?match(@.name, '[NS]o.th')].depth | $['berths'][0]['depth']"
            + " $['berths'][1]['depth']",
        "$.berths[?search(@.name, '\\\\p{P}s')].depth | $['berths'][2]['depth']",
        "$.berths[?value(@.ships[*]) == 'Cog'].depth | $['berths'][2]['depth']",
        "$.limits[?@ == null] | $['limits']['tug']",
        "$.berths[?@.none == @.never].name | $['berths'][0]['name'] $['berths'][1]['name']"
            + " $['berths'][2]['name']"
      })
  void givesNodesWithTheirPaths(String query, String paths) throws Exception {
    var nodes = JsonDocument.parse(HARBOUR).select(JsonPath.parse(query));
    assertThat(nodes.stream().map(Located::path))
        .isEqualTo(paths == null ? List.of() : List.of(paths.split(" ")));
  }

  @Test
  void knowsTheLineOfEveryNode() throws Exception {
    var nodes = JsonDocument.parse(HARBOUR).select(JsonPath.parse("$..depth"));
    assertThat(nodes).extracting(node -> node.value().line()).containsExactly(3, 4, 5, 7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "berths | 1 | Expected '$', not 'b'.",
        "$.berths[ | 10 | Expected a name in quotes, an index, '*', ':' or '?', and the query"
            + " ends.",
        "$.berths.[0] | 10 | Expected a name, not '['.",
        "$.a b | 4 | Expected '.' or '[', not ' '.",
        "$['a | 3 | The quote is not closed.",
        "$[01] | 3 | '01' is no index: a zero stands before it.",
        "$[?@.a == @.*] | 11 | A query that may give several nodes cannot be compared.",
        "$[?length(@.a)] | 4 | length() gives a value, which is no condition; compare it.",
        "$[?count(1) == 1] | 10 | This function takes a query here.",
        "$[?size(@.a) == 1] | 4 | There is no function 'size'; there are length, count, match,"
            + " search and value.",
        "$[?match(@.a)] | 4 | match takes 2 arguments.",
        "$[?1] | 4 | A value alone is no condition; compare it.",
        "$[?@.a = 1] | 8 | Expected ']', not '='."
      })
  void saysWhatIsWrongAndWhere(String query, int at, String message) {
    assertThatThrownBy(() -> JsonPath.parse(query))
        .isInstanceOfSatisfying(
            JsonPathSyntaxException.class, wrong -> assertThat(wrong.at()).isEqualTo(at))
        .hasMessage(message);
  }

  @Test
  void refusesQueriesThatAreNestedWithoutEnd() {
    assertThatThrownBy(() -> JsonPath.parse("$[?" + "(".repeat(20_000)))
        .isInstanceOf(JsonPathSyntaxException.class)
        .hasMessageContaining("nested deeper than");
  }

  @Test
  void stopsAQueryThatLooksAtTooMuch() throws Exception {
    var wide = JsonDocument.parse("[" + "0,".repeat(9_999) + "0]");
    var square = JsonPath.parse("$[?count($[*]) == 1]");
    assertThatThrownBy(() -> wide.select(square))
        .isInstanceOf(JsonPathLimitException.class)
        .hasMessageContaining("looks at more than");
  }

  @Test
  void stopsAnExpressionThatRunsAway() throws Exception {
    var text = JsonDocument.parse("[\"" + "a".repeat(60) + "b\"]");
    var query = JsonPath.parse("$[?match(@, '(((a*)*)*)*c')]");
    assertThatThrownBy(() -> text.select(query)).isInstanceOf(JsonPathLimitException.class);
  }

  @Test
  void comparesNumbersExactly() throws Exception {
    var large = JsonDocument.parse("[9007199254740993, 1e400, 0.1]");
    assertThat(large.select(JsonPath.parse("$[?@ == 9007199254740992]"))).isEmpty();
    assertThat(large.select(JsonPath.parse("$[?@ == 1E400]"))).hasSize(1);
    assertThat(large.select(JsonPath.parse("$[?@ == 0.10]"))).hasSize(1);
  }
}
