package dev.plimsoll.core.check.files;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Sizes as people write them: `500`, `10KB`, `1.5GB` (by thousands), `64KiB`, `2GiB` (by 1024).
final class Bytes {
  private static final Pattern FORM =
      Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,6})?) ?([KMGT]?i?B)?");
  private static final Map<String, Long> UNITS = units();

  private Bytes() {}

  private static Map<String, Long> units() {
    var units = new LinkedHashMap<String, Long>();
    units.put("TB", 1_000_000_000_000L);
    units.put("GB", 1_000_000_000L);
    units.put("MB", 1_000_000L);
    units.put("KB", 1_000L);
    units.put("B", 1L);
    units.put("TiB", 1L << 40);
    units.put("GiB", 1L << 30);
    units.put("MiB", 1L << 20);
    units.put("KiB", 1L << 10);
    return units;
  }

  /// Bytes, or null where `text` is no size.
  static @Nullable Long parse(String text) {
    var matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      return null;
    }
    var unit = matcher.group(2) == null ? Long.valueOf(1) : UNITS.get(matcher.group(2));
    return unit == null
        ? null
        : new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit)).longValue();
  }

  /// For a person: `512 B`, `1.5 MB`.
  static String words(long bytes) {
    for (var unit : UNITS.entrySet()) {
      if (bytes >= unit.getValue() && unit.getValue() > 1 && !unit.getKey().contains("i")) {
        return String.format(
            Locale.ROOT, "%.1f %s", bytes / (double) unit.getValue(), unit.getKey());
      }
    }
    return bytes + " B";
  }
}
