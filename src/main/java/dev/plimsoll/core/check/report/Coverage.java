package dev.plimsoll.core.check.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a coverage report says, while it is read.
final class Coverage {
  private static final int MOST_FILES = 100_000;

  final Map<String, Figure> figures = new LinkedHashMap<>();

  /// Lines by file.
  final Map<String, Figure.Share> files = new LinkedHashMap<>();

  /// Says a share; neither number may be missing, or there is none.
  void share(String name, @Nullable Long covered, @Nullable Long all) {
    if (covered != null && all != null) {
      figures.put(name, new Figure.Share(covered, all));
    }
  }

  void file(String name, long covered, long all) {
    if (files.size() < MOST_FILES || files.containsKey(name)) {
      files.merge(
          name,
          new Figure.Share(covered, all),
          (some, more) -> new Figure.Share(some.part() + more.part(), some.whole() + more.whole()));
    }
  }

  /// A count in digits, or null.
  static @Nullable Long count(@Nullable String text) {
    return text != null && text.matches("[0-9]{1,12}") ? Long.valueOf(text) : null;
  }
}
