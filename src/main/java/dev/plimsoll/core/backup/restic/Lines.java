package dev.plimsoll.core.backup.restic;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What restic writes with `--json`: one object a line, or one list.
final class Lines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String UNITS = "KMGT";
  private static final Pattern FREED =
      Pattern.compile("total prune: +\\d+ blobs / (\\d{1,6}(?:\\.\\d{1,3})?) (?:([KMGT])i)?B");

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

  /// What `forget --prune` says that it frees, `total prune: 4 blobs / 586.523 KiB`, in bytes;
  /// empty for any other line. restic has no other form of it than this one for people.
  static OptionalLong freed(String line) {
    var said = FREED.matcher(line);
    if (!said.matches()) {
      return OptionalLong.empty();
    }
    var unit = said.group(2);
    var power = unit == null ? 0 : UNITS.indexOf(unit) + 1;
    return OptionalLong.of(
        new BigDecimal(said.group(1)).multiply(BigDecimal.valueOf(1L << (10 * power))).longValue());
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
