package dev.plimsoll.core.checklist;

import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Durations as checklists write them: one or more of `7d`, `2h`, `15m`, `90s`, `500ms`, largest
/// first, without blanks.
public final class Durations {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(\\d{1,5})d)?(?:(\\d{1,6})h)?(?:(\\d{1,7})m)?(?:(\\d{1,8})s)?(?:(\\d{1,9})ms)?");

  private Durations() {}

  /// The duration, or null where `text` is not one.
  public static @Nullable Duration parse(String text) {
    var matcher = FORM.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      return null;
    }
    return Duration.ofDays(number(matcher.group(1)))
        .plusHours(number(matcher.group(2)))
        .plusMinutes(number(matcher.group(3)))
        .plusSeconds(number(matcher.group(4)))
        .plusMillis(number(matcher.group(5)));
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }
}
