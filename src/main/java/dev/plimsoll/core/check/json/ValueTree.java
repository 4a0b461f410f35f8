package dev.plimsoll.core.check.json;

import dev.plimsoll.core.check.jsonpath.JsonTree;
import java.math.BigDecimal;
import java.util.List;
import java.util.SequencedMap;

/// How queries look at [JsonValue]s.
enum ValueTree implements JsonTree<JsonValue> {
  INSTANCE;

  @Override
  public Kind kind(JsonValue value) {
    return switch (value) {
      case JsonValue.Members _ -> Kind.OBJECT;
      case JsonValue.Elements _ -> Kind.ARRAY;
      case JsonValue.Text _ -> Kind.STRING;
      case JsonValue.Number _ -> Kind.NUMBER;
      case JsonValue.Truth _ -> Kind.BOOLEAN;
      case JsonValue.Nothing _ -> Kind.NULL;
    };
  }

  @Override
  public SequencedMap<String, JsonValue> members(JsonValue value) {
    return ((JsonValue.Members) value).members();
  }

  @Override
  public List<JsonValue> elements(JsonValue value) {
    return ((JsonValue.Elements) value).elements();
  }

  @Override
  public String text(JsonValue value) {
    return ((JsonValue.Text) value).text();
  }

  @Override
  public BigDecimal number(JsonValue value) {
    return ((JsonValue.Number) value).number();
  }

  @Override
  public boolean truth(JsonValue value) {
    return ((JsonValue.Truth) value).truth();
  }
}
