package dev.plimsoll.core.check;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// The spellings under which a secret value shows up in output: as it is, line by line, and in the
/// common encodings.
final class SecretForms {
  /// Shorter values occur everywhere by chance; masking them would destroy the output and hide
  /// nothing.
  static final int SHORTEST = 4;

  /// A single line of a longer value, and a piece of an encoded one, must be this long to speak for
  /// the value.
  private static final int SHORTEST_PART = 8;

  private SecretForms() {}

  static Set<String> of(String value) {
    var forms = new LinkedHashSet<String>();
    var whole = value.strip();
    forms.add(whole);
    encoded(whole, forms);
    if (whole.indexOf('\n') >= 0) {
      forms.add(whole.replace("\r\n", "\n"));
      forms.add(whole.replace("\r\n", "\n").replace("\n", "\r\n"));
      whole
          .lines()
          .map(String::strip)
          .filter(line -> line.length() >= SHORTEST_PART && !line.startsWith("-----"))
          .forEach(line -> {
            forms.add(line);
            encoded(line, forms);
          });
    }
    forms.removeIf(form -> form.length() < SHORTEST);
    return forms;
  }

  private static void encoded(String value, Set<String> forms) {
    var bytes = value.getBytes(StandardCharsets.UTF_8);
    var query = URLEncoder.encode(value, StandardCharsets.UTF_8);
    forms.add(query);
    forms.add(query.replace("+", "%20"));
    forms.add(lowerEscapes(query.replace("+", "%20")));
    forms.add(jsonEscaped(value));
    var hex = HexFormat.of().formatHex(bytes);
    forms.add(hex);
    forms.add(hex.toUpperCase(Locale.ROOT));
    forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    for (var offset = 0; offset < 3; offset++) {
      base64Within(bytes, offset, Base64.getEncoder(), forms);
      base64Within(bytes, offset, Base64.getUrlEncoder(), forms);
    }
  }

  /// The letters that stand for `bytes` alone when something longer is encoded in which they start
  /// at `offset` modulo 3, as in the `user:password` of an Authorization header.
  private static void base64Within(
      byte[] bytes, int offset, Base64.Encoder encoder, Set<String> forms) {
    var padded = new byte[offset + bytes.length];
    System.arraycopy(bytes, 0, padded, offset, bytes.length);
    var letters = encoder.withoutPadding().encodeToString(padded);
    var from = offset == 0 ? 0 : offset + 1;
    var to = padded.length % 3 == 0 ? letters.length() : letters.length() - 1;
    if (to - from >= SHORTEST_PART) {
      forms.add(letters.substring(from, to));
    }
  }

  private static String lowerEscapes(String query) {
    var text = new StringBuilder(query);
    for (var i = 0; i + 2 < text.length(); i++) {
      if (text.charAt(i) == '%') {
        text.setCharAt(i + 1, Character.toLowerCase(text.charAt(i + 1)));
        text.setCharAt(i + 2, Character.toLowerCase(text.charAt(i + 2)));
      }
    }
    return text.toString();
  }

  private static String jsonEscaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("\r", "\\r")
        .replace("\n", "\\n")
        .replace("\t", "\\t");
  }
}
