package dev.plimsoll.core.check.env;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A dotenv file: `KEY=value`, with `export`, quotes, comments and values of several lines.
///
/// @param file relative to the repository
/// @param entries by key; of a key that stands twice the last one counts, as programs read it
/// @param flaws lines that are no assignment, and keys that stand twice; never a value
public record Dotenv(String file, Map<String, Entry> entries, List<Finding> flaws) {
  public Dotenv {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    flaws = List.copyOf(flaws);
  }

  /// @param value without quotes, escapes resolved
  /// @param refers whether it refers to another variable, which is not looked up
  record Entry(String value, boolean refers, int line) {
    /// Never the value.
    @Override
    public String toString() {
      return "a value on line " + line;
    }
  }

  static Dotenv parse(String file, String text) {
    return new DotenvParser(file, text).parse();
  }

  @Nullable Entry entry(String key) {
    return entries.get(key);
  }

  Set<String> keys() {
    return entries.keySet();
  }

  /// Where a key stands, or the file where it does not.
  Position at(String key) {
    var entry = entries.get(key);
    return entry == null ? Position.of(file) : Position.of(file, entry.line());
  }

  /// Entries as they are found.
  static final class Building {
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final List<Finding> flaws = new ArrayList<>();
    private final String file;

    Building(String file) {
      this.file = file;
    }

    void put(String key, Entry entry) {
      var before = entries.put(key, entry);
      if (before != null) {
        flaw(
            entry.line(),
            key + " stands on line " + before.line() + " already.",
            "Keep one of them.");
      }
    }

    void flaw(int line, String message, String next) {
      flaws.add(Finding.error(message, Position.of(file, line), next));
    }

    Dotenv done() {
      return new Dotenv(file, entries, flaws);
    }
  }
}
