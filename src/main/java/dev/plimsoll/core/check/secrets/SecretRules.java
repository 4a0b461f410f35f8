package dev.plimsoll.core.check.secrets;

import dev.plimsoll.core.check.text.BoundedPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rules that are shipped: `resources/secrets/rules.txt`, whose head tells its form.
final class SecretRules {
  private static final String FILE = "/secrets/rules.txt";

  private SecretRules() {}

  /// In the order of the file.
  static List<SecretRule> shipped() {
    try (var bytes = SecretRules.class.getResourceAsStream(FILE)) {
      if (bytes == null) {
        throw new IllegalStateException(FILE + " is not part of this installation");
      }
      return parse(new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<SecretRule> without(Collection<String> ids) {
    return shipped().stream().filter(rule -> !ids.contains(rule.id())).toList();
  }

  static List<String> ids() {
    return shipped().stream().map(SecretRule::id).toList();
  }

  private static List<SecretRule> parse(String text) {
    var rules = new ArrayList<SecretRule>();
    for (var paragraph : text.replace("\r\n", "\n").split("\n\n+")) {
      var lines = paragraph.lines().filter(line -> !line.startsWith("#")).toList();
      if (!lines.isEmpty()) {
        rules.add(rule(lines));
      }
    }
    return List.copyOf(rules);
  }

  private static SecretRule rule(List<String> lines) {
    var head = lines.getFirst().split(": ", 2);
    Map<String, String> keys = new LinkedHashMap<>();
    for (var line : lines.subList(1, lines.size())) {
      var parts = line.strip().split("\\s+", 2);
      keys.put(parts[0], parts.length == 1 ? "" : parts[1]);
    }
    return new SecretRule(
        head[0],
        head[1],
        List.of(required(keys, "words").split(" ")),
        BoundedPattern.of(required(keys, "match")),
        new SecretRule.Traits(
            Double.parseDouble(keys.getOrDefault("entropy", "0")),
            keys.containsKey("block"),
            keys.containsKey("general"),
            keys.containsKey("files") ? List.of(required(keys, "files").split(" ")) : List.of()));
  }

  private static String required(Map<String, String> keys, String key) {
    var value = keys.get(key);
    if (value == null || value.isEmpty()) {
      throw new IllegalStateException(FILE + ": a rule has no " + key);
    }
    return value;
  }
}
