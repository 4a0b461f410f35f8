package dev.plimsoll.core.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text of the product with `{{name}}` places in it (`resources/record`).
final class Template {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-zA-Z0-9]+)}}");

  private final String name;
  private final String text;

  private Template(String name, String text) {
    this.name = name;
    this.text = text;
  }

  static Template of(String name) {
    try (var in = Template.class.getResourceAsStream("/record/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the product comes without " + name);
      }
      return new Template(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Fills every place, each once: what is filled in is not searched for places again.
  String fill(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> {
          var value = values.get(place.group(1));
          if (value == null) {
            throw new IllegalStateException(name + " has a place for " + place.group(1));
          }
          return Matcher.quoteReplacement(value);
        });
  }
}
