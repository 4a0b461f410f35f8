package dev.plimsoll.core.checklist.requests;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The fields of `application/x-www-form-urlencoded`.
final class Forms {
  private Forms() {}

  /// Null where the text is none, or names a field twice.
  static @Nullable List<DraftRequest.Field> fields(String marked) {
    var fields = new ArrayList<DraftRequest.Field>();
    var names = new HashSet<String>();
    for (var part : marked.replaceAll("\\s*\\n\\s*", "").split("&")) {
      var equals = part.indexOf('=');
      if (equals < 1) {
        return null;
      }
      try {
        var name = URLDecoder.decode(part.substring(0, equals), StandardCharsets.UTF_8);
        fields.add(
            new DraftRequest.Field(
                name, URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8)));
        if (!names.add(name)) {
          return null;
        }
      } catch (IllegalArgumentException notEncoded) {
        return null;
      }
    }
    return fields;
  }
}
