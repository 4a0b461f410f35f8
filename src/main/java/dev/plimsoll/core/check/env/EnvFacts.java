package dev.plimsoll.core.check.env;

import dev.plimsoll.core.check.placeholder.Placeholders;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Severity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the rules look at.
///
/// @param env the file under test
/// @param example its example, or null where none is compared
/// @param names what the checklist says about keys
/// @param place where paths start
public record EnvFacts(Dotenv env, @Nullable Dotenv example, KeyNames names, Place place) {
  /// @param aliases the other names of a key
  /// @param defaults values that everybody knows
  public record KeyNames(Map<String, List<String>> aliases, List<String> defaults) {
    public KeyNames {
      aliases = Map.copyOf(aliases);
      defaults = List.copyOf(defaults);
    }

    /// The key itself, then its other names.
    List<String> of(String key) {
      return Stream.concat(Stream.of(key), aliases.getOrDefault(key, List.of()).stream()).toList();
    }

    /// Every name that `key` may go by, whichever of them it is.
    List<String> family(String key) {
      for (var alias : aliases.entrySet()) {
        if (alias.getValue().contains(key)) {
          return of(alias.getKey());
        }
      }
      return of(key);
    }
  }

  /// @param absolute whether paths outside the repository are allowed
  record Place(Path root, UnaryOperator<String> resolve, Instant now, boolean absolute) {}

  /// The names under which `key` has an entry.
  List<String> present(String key) {
    return names.of(key).stream().filter(env.entries()::containsKey).toList();
  }

  /// The first entry of `key` that holds something, else the first one, or null.
  @Nullable String chosen(String key) {
    var present = present(key);
    return present.stream()
        .filter(name -> !value(name).isBlank())
        .findFirst()
        .orElse(present.isEmpty() ? null : present.getFirst());
  }

  String value(String name) {
    var entry = env.entry(name);
    return entry == null ? "" : entry.value();
  }

  boolean refers(String name) {
    var entry = env.entry(name);
    return entry != null && entry.refers();
  }

  /// Why the value of `name` is not one of its own, without showing it, or null.
  @Nullable String flaw(String name) {
    var shape = Placeholders.flaw(value(name), names.defaults());
    if (shape != null) {
      return shape;
    }
    var given = example;
    var shown = given == null ? null : given.entry(name);
    return given != null
            && shown != null
            && Placeholders.namesSecret(name)
            && shown.value().equals(value(name))
        ? "has the value of " + given.file()
        : null;
  }

  /// `ADMIN_KEY`, or `ADMIN_KEY or API_ADMIN_KEY`.
  String words(String key) {
    return String.join(" or ", names.of(key));
  }

  Finding error(String name, String message, @Nullable String next) {
    return new Finding(Severity.ERROR, message, env.at(name), next);
  }

  static boolean holds(Collection<String> names, Dotenv file) {
    return names.stream().anyMatch(file.entries()::containsKey);
  }
}
