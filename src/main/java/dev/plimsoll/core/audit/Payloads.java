package dev.plimsoll.core.audit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes what a caller hands in look exactly like what is read back from the log: unmodifiable,
/// numbers as `Long`.
final class Payloads {
  private Payloads() {}

  static Map<String, Object> frozen(Map<String, ?> data) {
    var copy = new TreeMap<String, Object>();
    for (Map.Entry<String, ?> member : data.entrySet()) {
      put(copy, member.getKey(), frozenValue(member.getValue()));
    }
    return Collections.unmodifiableMap(copy);
  }

  @SuppressWarnings("NullAway") // a JSON null is a value of the map
  private static void put(Map<String, Object> map, String name, @Nullable Object value) {
    map.put(name, value);
  }

  private static @Nullable Object frozenValue(@Nullable Object value) {
    return switch (value) {
      case Integer number -> Long.valueOf(number);
      case Map<?, ?> map -> frozenMap(map);
      case List<?> list -> frozenList(list);
      case null, default -> value;
    };
  }

  private static Map<String, Object> frozenMap(Map<?, ?> map) {
    var copy = new TreeMap<String, Object>();
    map.forEach((name, value) -> put(copy, String.valueOf(name), frozenValue(value)));
    return Collections.unmodifiableMap(copy);
  }

  private static List<@Nullable Object> frozenList(List<?> list) {
    var copy = new ArrayList<@Nullable Object>(list.size());
    list.forEach(value -> copy.add(frozenValue(value)));
    return Collections.unmodifiableList(copy);
  }
}
