package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.LogEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What of an entry can be found: every text in it, and who wrote it.
final class SearchWords {
  private static final int LONGEST = 8 * 1024;

  private SearchWords() {}

  static String of(LogEntry entry) {
    var words = new StringBuilder(entry.event()).append('\n').append(entry.actor().id());
    collect(entry.data(), words);
    return words.length() <= LONGEST ? words.toString() : words.substring(0, LONGEST);
  }

  private static void collect(@Nullable Object value, StringBuilder words) {
    switch (value) {
      case String text -> words.append('\n').append(text);
      case Map<?, ?> map -> map.values().forEach(member -> collect(member, words));
      case List<?> list -> list.forEach(member -> collect(member, words));
      case null, default -> {
        // numbers and flags are not what people search for
      }
    }
  }
}
