package dev.plimsoll.core.check.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plimsoll.core.check.jsonpath.JsonPath;
import dev.plimsoll.core.check.jsonpath.JsonPathSyntaxException;
import dev.plimsoll.core.check.jsonpath.Located;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// The compliance test suite of RFC 9535, read where it lies beside the clone.
@Tag("third-party")
class JsonPathSuiteTest {
  private static final Path SUITE = Path.of("..", "shared", "fixtures", "jsonpath-cts.json");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void passesEveryCaseOfTheComplianceSuite(TestReporter reporter) throws Exception {
    assumeTrue(Files.exists(SUITE), "The suite is not beside this clone; nothing else is skipped.");
    var cases = JSON.readTree(SUITE.toFile()).get("tests");
    var wrong = new ArrayList<String>();
    var passed = 0;
    for (var each : cases) {
      var flaw = flaw(each);
      if (flaw == null) {
        passed++;
      } else {
        wrong.add(each.get("name").asString() + ": " + flaw);
      }
    }
    reporter.publishEntry("JSONPath compliance", passed + " of " + cases.size());
    assertThat(wrong).isEmpty();
    assertThat(passed).isEqualTo(703);
  }

  private static String flaw(JsonNode each) throws Exception {
    var selector = each.get("selector").asString();
    var isInvalid = each.has("invalid_selector") && each.get("invalid_selector").asBoolean();
    JsonPath path;
    try {
      path = JsonPath.parse(selector);
    } catch (JsonPathSyntaxException refused) {
      return isInvalid ? null : "refused " + selector + ": " + refused.getMessage();
    }
    if (isInvalid) {
      return "accepted " + selector;
    }
    var nodes = JsonDocument.parse(each.get("document").toString()).select(path);
    var values = nodes.stream().map(node -> JSON.valueToTree(plain(node.value()))).toList();
    var paths = nodes.stream().map(Located::path).toList();
    for (var i = 0; i < alternatives(each); i++) {
      var wanted = alternative(each, "result", i);
      var wantedPaths = alternative(each, "result_paths", i);
      if (asTexts(wanted).equals(values.stream().map(Object::toString).toList())
          && texts(wantedPaths).equals(paths)) {
        return null;
      }
    }
    return selector + " gave " + values + " at " + paths;
  }

  private static int alternatives(JsonNode each) {
    return each.has("results") ? each.get("results").size() : 1;
  }

  private static JsonNode alternative(JsonNode each, String key, int i) {
    var several = key.replace("result", "results");
    return each.has("results") ? each.get(several).get(i) : each.get(key);
  }

  private static List<String> asTexts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(value -> texts.add(JSON.valueToTree(plain(document(value).root())).toString()));
    return texts;
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(value -> texts.add(value.asString()));
    return texts;
  }

  private static JsonDocument document(JsonNode value) {
    try {
      return JsonDocument.parse(value.toString());
    } catch (MalformedJsonException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Object plain(JsonValue value) {
    return switch (value) {
      case JsonValue.Members members -> {
        var map = new java.util.LinkedHashMap<String, Object>();
        members.members().forEach((name, member) -> map.put(name, plain(member)));
        yield map;
      }
      case JsonValue.Elements elements -> {
        var list = new ArrayList<Object>();
        elements.elements().forEach(element -> list.add(plain(element)));
        yield list;
      }
      case JsonValue.Text text -> text.text();
      case JsonValue.Number number -> number.number();
      case JsonValue.Truth truth -> truth.truth();
      case JsonValue.Nothing _ -> null;
    };
  }
}
