package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.Times;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A row's members by name, as its record declares them.
final class RowValues {
  private RowValues() {}

  /// As JSON wants it: records in records; what is absent is left out.
  static Map<String, Object> nested(Record row) {
    var map = new LinkedHashMap<String, Object>();
    for (var component : row.getClass().getRecordComponents()) {
      var value = value(row, component);
      if (value != null) {
        map.put(component.getName(), nestedValue(value));
      }
    }
    return map;
  }

  private static Object nestedValue(Object value) {
    return switch (value) {
      case Record inner -> nested(inner);
      case Map<?, ?> map -> {
        var texts = new TreeMap<String, Object>();
        map.forEach((key, member) -> texts.put(String.valueOf(key), member));
        yield texts;
      }
      case Instant time -> Times.text(time);
      case Enum<?> word -> word.name();
      default -> value;
    };
  }

  /// As a table wants it: `release.version`; what is absent is empty, but has its column.
  static Map<String, String> flat(Record row) {
    var cells = new LinkedHashMap<String, String>();
    flatten("", row.getClass(), row, cells);
    return cells;
  }

  private static void flatten(
      String prefix, Class<?> type, @Nullable Object row, Map<String, String> cells) {
    for (var component : type.getRecordComponents()) {
      var value = row == null ? null : value(row, component);
      var name = prefix + component.getName();
      if (component.getType().isRecord()) {
        flatten(name + ".", component.getType(), value, cells);
      } else {
        cells.put(name, value == null ? "" : cell(value));
      }
    }
  }

  private static String cell(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(member -> member.getKey() + "=" + member.getValue())
              .sorted()
              .collect(Collectors.joining(" "));
      case List<?> list -> list.stream().map(Objects::toString).collect(Collectors.joining(" "));
      default -> String.valueOf(nestedValue(value));
    };
  }

  private static @Nullable Object value(Object row, RecordComponent component) {
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a row hides its member " + component.getName(), e);
    }
  }
}
