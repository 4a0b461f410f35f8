package dev.plimsoll.core.check.markdown;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The anchors that GitHub gives to the headings of one document: small letters, blanks as dashes,
/// other marks left out, a number at what was there before (`setup`, `setup-1`). Use one for each
/// document.
public final class Slugs {
  private static final Pattern LEFT_OUT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{Pc}\\- ]");

  private final Map<String, Integer> taken = new HashMap<>();

  /// The anchor of the next heading.
  public String next(String heading) {
    var slug = slug(heading);
    var anchor = slug;
    while (taken.containsKey(anchor)) {
      anchor = slug + "-" + taken.merge(slug, 1, Integer::sum);
    }
    taken.put(anchor, 0);
    return anchor;
  }

  /// The anchor of a heading that stands alone.
  public static String slug(String heading) {
    return LEFT_OUT
        .matcher(heading.strip().toLowerCase(Locale.ROOT))
        .replaceAll("")
        .replace(' ', '-');
  }
}
