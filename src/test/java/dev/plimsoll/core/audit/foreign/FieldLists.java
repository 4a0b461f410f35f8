package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.checklist.Recipes;
import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.trust.Digests;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Chains of joined fields, made by hand.
final class FieldLists {
  static final Recipe RECIPE = recipe("prev, seq, what", "seqField: {name: seq, start: 1}");

  private FieldLists() {}

  static Recipe recipe(String fields, String more) {
    var text =
        """
        schema: plimsoll/recipe/v1
        id: joined
        title: Joined
        hashField: hash
        prevField: prev
        genesis: ""
        body: {fields: [%s]}
        delimiter: "|"
        canonical: py-compact-ascii
        algorithm: SHA-256
        %s
        """
            .formatted(fields, more);
    return Recipes.parsed("joined.yaml", text.getBytes(StandardCharsets.UTF_8)).getFirst();
  }

  static String counting() {
    return chain("prev, seq, what", "\"seq\":1,\"what\":\"x\"", "\"seq\":2,\"what\":\"y\"");
  }

  /// @param contents the members of each entry but its hashes; `what` where it has none
  static String chain(String fields, String... contents) {
    var lines = new StringBuilder();
    var prev = "";
    for (var content : contents) {
      var whole =
          "\"prev\":\""
              + prev
              + "\","
              + content
              + (content.contains("what") ? "" : ",\"what\":\"w\"");
      prev =
          Digests.sha256Hex(
              Arrays.stream(fields.split(", "))
                  .map(field -> value(whole, field))
                  .collect(Collectors.joining("|"))
                  .getBytes(StandardCharsets.UTF_8));
      lines.append("{").append(whole).append(",\"hash\":\"").append(prev).append("\"}\n");
    }
    return lines.toString();
  }

  private static String value(String members, String name) {
    var match = Pattern.compile("\"" + name + "\":\"?([^\",]*)").matcher(members);
    return match.find() ? match.group(1) : "";
  }
}
