package dev.plimsoll.core.check.checkboxes;

import dev.plimsoll.core.check.text.BoundedPattern;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds out who ticked a box: `(ada, 2024-05-27)` or `@ada`, or as the checklist says.
final class Hands {
  private static final String USUAL =
      "(?:\\(([^(),\\n]{1,60}),\\s*\\d{4}-\\d{2}-\\d{2}[^)\\n]{0,40}\\))";
  private static final String AT = "(?<![\\w.@/])@([A-Za-z0-9][\\w-]{0,60})";

  private final BoundedPattern first;
  private final @Nullable BoundedPattern second;

  Hands(@Nullable String by) {
    first = BoundedPattern.of(by == null ? USUAL : by);
    second = by == null ? BoundedPattern.of(AT) : null;
  }

  /// In small letters, without `@`.
  Optional<String> of(Box box) {
    return found(first, box).or(() -> second == null ? Optional.empty() : found(second, box));
  }

  private static Optional<String> found(BoundedPattern pattern, Box box) {
    return pattern.find(box.text()) instanceof BoundedPattern.Search.Found found
            && !found.group().isBlank()
        ? Optional.of(found.group().strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT))
        : Optional.empty();
  }
}
