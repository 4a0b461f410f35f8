package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.model.BackupStory;
import dev.plimsoll.core.model.Plural;
import dev.plimsoll.core.model.RestorePoint;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Figures for a person.
public final class Words {
  private static final int STEP = 1000;
  private static final int DAYS_IN_HOURS = 2;
  private static final String UNITS = "kMGTP";

  private Words() {}

  /// `812 bytes`, `4.2 MB`, `1.9 GB`: a thousand to the next unit, cut off, not rounded up.
  public static String bytes(long bytes) {
    if (bytes < STEP) {
      return Plural.of(bytes, "byte");
    }
    var value = (double) bytes;
    var unit = -1;
    while (value >= STEP && unit < UNITS.length() - 1) {
      value /= STEP;
      unit++;
    }
    var cut = Math.floor(value * 10) / 10;
    return String.format(
        Locale.ROOT, cut >= 100 ? "%.0f %sB" : "%.1f %sB", cut, UNITS.charAt(unit));
  }

  /// `3 files, 4.2 MB`
  public static String files(long files, long bytes) {
    return Plural.of(files, "file") + ", " + bytes(bytes);
  }

  /// A span of time in its largest whole unit: `3 days`, `5 hours`.
  public static String age(Duration age) {
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

  /// What may be said of a backup: `proven restorable 3 days ago`, `verified`, `made`, or what is
  /// wrong with it.
  public static String standing(RestorePoint point, Instant now) {
    return switch (point.level()) {
      case MADE -> "made";
      case VERIFIED -> "verified";
      case PROVEN ->
          "proven restorable " + age(Duration.between(point.provenOn().orElse(now), now)) + " ago";
      case BROKEN -> "broken: " + point.proof().failed();
      case UNREAD -> "could not tell: " + point.proof().unread();
    };
  }

  /// `Last proven restorable 3 days ago`
  public static String lastProven(Optional<BackupStory.Proven> proven, Instant now) {
    return proven
        .map(proof -> "Last proven restorable " + age(Duration.between(proof.on(), now)) + " ago")
        .orElse("Not proven restorable");
  }
}
