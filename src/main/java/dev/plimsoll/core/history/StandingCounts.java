package dev.plimsoll.core.history;

import dev.plimsoll.core.model.Standing;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// How many steps of a run stand where, spelled as a JSON object: `{"FAILED":1,"PASSED":7}`.
/// [Standing#WAIVED] and [Standing#DEFERRED] count on top of the standing that the step earned.
final class StandingCounts {
  private final Map<Standing, Integer> counts = new EnumMap<>(Standing.class);

  static StandingCounts parse(String text) {
    var parsed = new StandingCounts();
    for (var pair : text.substring(1, text.length() - 1).split(",")) {
      var colon = pair.indexOf(':');
      if (colon > 0) {
        parsed.counts.put(
            Standing.valueOf(pair.substring(1, colon - 1)),
            Integer.valueOf(pair.substring(colon + 1)));
      }
    }
    return parsed;
  }

  void add(Standing standing, int many) {
    counts.merge(standing, many, Integer::sum);
  }

  void move(@Nullable Standing from, Standing to) {
    if (from != null) {
      add(from, -1);
    }
    add(to, 1);
  }

  Map<Standing, Integer> map() {
    var map = new EnumMap<>(counts);
    map.values().removeIf(count -> count <= 0);
    return map;
  }

  @Override
  public String toString() {
    var text = new StringJoiner(",", "{", "}");
    map().forEach((standing, count) -> text.add("\"" + standing.name() + "\":" + count));
    return text.toString();
  }
}
