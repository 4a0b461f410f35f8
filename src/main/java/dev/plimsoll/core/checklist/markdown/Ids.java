package dev.plimsoll.core.checklist.markdown;

import dev.plimsoll.core.checklist.Yaml;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Ids made of titles: the same title in the same order gives the same id, and none twice.
public final class Ids {
  private static final int LONGEST = 40;

  private final Set<String> taken = new HashSet<>();

  /// @param fallback where the title has neither letters nor digits
  public String idFor(String title, String fallback) {
    var slug = slug(title);
    var first = slug.isEmpty() ? fallback : slug;
    var id = first;
    for (var number = 2; !taken.add(id); number++) {
      id = first + "-" + number;
    }
    return id;
  }

  /// An id as YAML reads it as a text: `null` and `2` in quotes.
  public static String yaml(String id) {
    var word = Character.isLetter(id.charAt(0)) && !Set.of("null", "true", "false").contains(id);
    return word ? id : Yaml.quoted(id);
  }

  public static String slug(String title) {
    var plain =
        Normalizer.normalize(title, Normalizer.Form.NFD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceFirst("^\\s*(?:step |gate )?[0-9]{1,3}[.):]\\s+", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+", "");
    if (plain.length() > LONGEST) {
      var cut = plain.lastIndexOf('-', LONGEST);
      plain = plain.substring(0, cut > LONGEST / 2 ? cut : LONGEST);
    }
    return plain.replaceAll("-+$", "");
  }
}
