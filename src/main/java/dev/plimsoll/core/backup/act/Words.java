package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.model.Plural;
import java.util.Locale;

/// Figures for a person.
public final class Words {
  private static final int STEP = 1000;
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
}
