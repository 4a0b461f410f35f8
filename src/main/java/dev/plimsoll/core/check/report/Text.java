package dev.plimsoll.core.check.report;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Texts out of reports, as they may be shown.
final class Text {
  private static final int LONGEST = 200;

  private Text() {}

  /// The first line, cut where it is too long.
  static String line(@Nullable String text) {
    var line = text == null ? "" : text.strip().lines().findFirst().orElse("").strip();
    var plain = line.replaceAll("\\p{Cntrl}", " ");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "...";
  }

  /// A path or `file:` address of a report, relative to the repository, or null where it leads
  /// elsewhere.
  static @Nullable String path(@Nullable String address, Path root) {
    if (address == null || address.isBlank()) {
      return null;
    }
    var isUri = address.startsWith("file:");
    var plain = address.replace('\\', '/');
    if (isUri || address.contains("%")) {
      try {
        plain = URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException odd) {
        return null;
      }
    }
    plain = plain.replaceFirst("^file:(//[^/]*)?(/(?=[A-Za-z]:))?", "");
    var top = root.toString().replace('\\', '/') + "/";
    if (plain.startsWith(top)) {
      plain = plain.substring(top.length());
    }
    while (plain.startsWith("./")) {
      plain = plain.substring(2);
    }
    var outside = plain.startsWith("/") || plain.matches("[A-Za-z][A-Za-z0-9+.-]*:.*");
    return outside || ("/" + plain + "/").contains("/../") || plain.isEmpty() ? null : plain;
  }
}
