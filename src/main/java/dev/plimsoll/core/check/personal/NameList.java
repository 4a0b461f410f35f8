package dev.plimsoll.core.check.personal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names and other words that somebody wrote into a file, one a line; `#` begins a comment. Found
/// as whole words, in upper or lower case.
final class NameList {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private final Map<String, List<List<String>>> byFirstWord = new HashMap<>();

  static NameList of(String text) {
    var list = new NameList();
    text.lines()
        .map(line -> line.split("#", 2)[0])
        .map(NameList::words)
        .filter(words -> !words.isEmpty())
        .forEach(words ->
            list.byFirstWord
                .computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
                .add(words));
    return list;
  }

  boolean isEmpty() {
    return byFirstWord.isEmpty();
  }

  /// The first name that stands in `text`, in lower case, or null.
  @Nullable String find(String text) {
    if (isEmpty()) {
      return null;
    }
    var words = words(text);
    for (var i = 0; i < words.size(); i++) {
      for (var name : byFirstWord.getOrDefault(words.get(i), List.of())) {
        if (i + name.size() <= words.size() && words.subList(i, i + name.size()).equals(name)) {
          return String.join(" ", name);
        }
      }
    }
    return null;
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(word -> word.group().toLowerCase(Locale.ROOT)).toList();
  }
}
