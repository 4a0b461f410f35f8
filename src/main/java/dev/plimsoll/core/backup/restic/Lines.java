package dev.plimsoll.core.backup.restic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What restic writes with `--json`: one object a line, or one list.
final class Lines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Lines() {}

  /// @param kind `message_type`, empty where there is none
  /// @param numbers whole ones
  record Line(String kind, Map<String, Long> numbers, Map<String, String> texts) {
    long number(String name) {
      return numbers.getOrDefault(name, 0L);
    }

    @Nullable String text(String name) {
      return texts.get(name);
    }
  }

  /// @param tags as they were given
  record Snapshot(String id, List<String> tags) {}

  /// Empty where the line is no object.
  static Optional<Line> line(String text) {
    var node = node(text);
    if (node == null || !node.isObject()) {
      return Optional.empty();
    }
    var numbers = new LinkedHashMap<String, Long>();
    var texts = new LinkedHashMap<String, String>();
    node.properties()
        .forEach(member -> {
          var value = member.getValue();
          if (value.isIntegralNumber() && value.canConvertToLong()) {
            numbers.put(member.getKey(), value.longValue());
          } else if (value.isString()) {
            texts.put(member.getKey(), value.stringValue());
          } else if (value.isArray() && !value.isEmpty() && value.get(0).isString()) {
            texts.put(member.getKey(), value.get(0).stringValue());
          }
        });
    return Optional.of(new Line(texts.getOrDefault("message_type", ""), numbers, texts));
  }

  /// Empty where the text is no list.
  static Optional<List<Snapshot>> snapshots(String text) {
    var node = node(text);
    if (node == null || !node.isArray()) {
      return Optional.empty();
    }
    return Optional.of(node.valueStream().map(Lines::snapshot).flatMap(Optional::stream).toList());
  }

  private static Optional<Snapshot> snapshot(JsonNode node) {
    var id = node.path("short_id");
    return id.isString()
        ? Optional.of(
            new Snapshot(
                id.stringValue(),
                node.path("tags")
                    .valueStream()
                    .filter(JsonNode::isString)
                    .map(JsonNode::stringValue)
                    .toList()))
        : Optional.empty();
  }

  private static @Nullable JsonNode node(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException malformed) {
      return null;
    }
  }
}
