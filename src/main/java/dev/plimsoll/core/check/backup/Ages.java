package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.model.Plural;
import java.time.Duration;

/// Spans of time for a person, in the largest whole unit: `3 days`, `5 hours`.
final class Ages {
  private static final int DAYS_IN_HOURS = 2;

  private Ages() {}

  static String of(Duration age) {
    if (age.isNegative()) {
      return "0 seconds";
    }
    if (age.toDays() >= DAYS_IN_HOURS) {
      return Plural.of(age.toDays(), "day");
    }
    if (age.toHours() >= 1) {
      return Plural.of(age.toHours(), "hour");
    }
    return age.toMinutes() >= 1
        ? Plural.of(age.toMinutes(), "minute")
        : Plural.of(age.toSeconds(), "second");
  }
}
