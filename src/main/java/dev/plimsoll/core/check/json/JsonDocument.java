package dev.plimsoll.core.check.json;

import dev.plimsoll.core.check.jsonpath.JsonPath;
import dev.plimsoll.core.check.jsonpath.JsonPathLimitException;
import dev.plimsoll.core.check.jsonpath.Located;
import dev.plimsoll.core.check.jsonpath.PathLimits;
import dev.plimsoll.core.check.text.BoundedPattern;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// One JSON document after RFC 8259: exactly one value. Immutable.
///
/// Bounds: nested at most 200 deep, numbers of at most 1000 characters, queries that look at no
/// more than 20 million values.
public record JsonDocument(JsonValue root) {
  private static final int DEEPEST = 200;
  private static final PathLimits LIMITS =
      new PathLimits(DEEPEST + 1, 20_000_000, JsonDocument::found);
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxNumberLength(1000)
                  .maxStringLength(64 << 20)
                  .maxNameLength(1 << 20)
                  .build())
          .build();

  /// @throws MalformedJsonException where the text is no JSON, or more than one value
  public static JsonDocument parse(String text) throws MalformedJsonException {
    var bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), bare)) {
      if (parser.nextToken() == null) {
        throw new MalformedJsonException("It is empty.", 1);
      }
      var root = value(parser);
      if (parser.nextToken() != null) {
        throw new MalformedJsonException("After the first value there is more.", line(parser));
      }
      return new JsonDocument(root);
    } catch (JacksonException malformed) {
      var at = malformed.getLocation();
      throw new MalformedJsonException(
          words(malformed.getOriginalMessage()), at == null ? 1 : Math.max(1, at.getLineNr()));
    }
  }

  /// The beginning of what the library says, as a sentence.
  private static String words(String message) {
    var first = message.lines().findFirst().orElse("It is no JSON").strip();
    var open = first.indexOf(" (start marker");
    var said = open < 0 ? first : first.substring(0, open);
    return said.endsWith(".") ? said : said + ".";
  }

  private static int line(JsonParser parser) {
    return Math.max(1, parser.currentTokenLocation().getLineNr());
  }

  /// The value whose first token was read. No deeper than the parser allows.
  private static JsonValue value(JsonParser parser) throws MalformedJsonException {
    var line = line(parser);
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var members = new LinkedHashMap<String, JsonValue>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          var name = parser.currentName();
          parser.nextToken();
          members.put(name, value(parser));
        }
        yield new JsonValue.Members(members, line);
      }
      case START_ARRAY -> {
        var elements = new ArrayList<JsonValue>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(value(parser));
        }
        yield new JsonValue.Elements(elements, line);
      }
      case VALUE_STRING -> new JsonValue.Text(parser.getString(), line);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new JsonValue.Number(parser.getDecimalValue(), line);
      case VALUE_TRUE -> new JsonValue.Truth(true, line);
      case VALUE_FALSE -> new JsonValue.Truth(false, line);
      case VALUE_NULL -> new JsonValue.Nothing(line);
      case null, default -> throw new MalformedJsonException("A value is missing.", line);
    };
  }

  /// The nodes that a query gives.
  ///
  /// @throws JsonPathLimitException where it looks at too much
  public List<Located<JsonValue>> select(JsonPath path) {
    return path.select(root, ValueTree.INSTANCE, LIMITS);
  }

  private static boolean found(String regex, String text) {
    return switch (BoundedPattern.of(regex).find(text)) {
      case BoundedPattern.Search.Found _ -> true;
      case BoundedPattern.Search.Absent _ -> false;
      case BoundedPattern.Search.GaveUp _ ->
          throw new JsonPathLimitException("A regular expression of the query takes too long.");
    };
  }
}
