package dev.plimsoll.core.check.container;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Reads what `docker compose ps --format json` prints: a JSON array (before 2.21) or an object on
/// every line.
final class ServiceStates {
  private ServiceStates() {}

  /// Null where it is neither.
  static @Nullable List<ServiceState> parse(String text) {
    ObjectMapper json = JsonMapper.shared();
    var states = new ArrayList<ServiceState>();
    try {
      if (text.strip().startsWith("[")) {
        for (var one : json.readTree(text)) {
          states.add(state(one));
        }
      } else {
        for (var line : text.lines().filter(line -> !line.isBlank()).toList()) {
          states.add(state(json.readTree(line)));
        }
      }
      return states;
    } catch (JacksonException | IllegalArgumentException malformed) {
      return null;
    }
  }

  private static ServiceState state(JsonNode node) {
    if (!node.isObject() || text(node, "State").isEmpty()) {
      throw new IllegalArgumentException("no service");
    }
    return new ServiceState(
        text(node, "Service"),
        text(node, "Name"),
        text(node, "State").toLowerCase(Locale.ROOT),
        text(node, "Health").toLowerCase(Locale.ROOT),
        node.path("ExitCode").asInt(0));
  }

  private static String text(JsonNode node, String key) {
    return node.path(key).asString("");
  }
}
