package dev.plimsoll.core.audit.foreign;

import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Members that look like hashes, whatever they are called.
final class HashLike {
  private HashLike() {}

  /// The first of some lines that is a JSON object, or null.
  static Json.@Nullable Members entry(List<Line> lines) {
    for (var line : lines) {
      var members = read(line);
      if (members != null) {
        return members;
      }
    }
    return null;
  }

  private static Json.@Nullable Members read(Line line) {
    try {
      return JsonReading.read(LineExaminer.decoded(line.bytes()));
    } catch (CharacterCodingException | NotJson damaged) {
      return null;
    }
  }

  /// The names of members whose value is hexadecimal and long enough for a hash.
  static Set<String> names(Json.Members entry) {
    var names = new LinkedHashSet<String>();
    for (var member : entry.members()) {
      var text = JsonReading.textOf(member);
      if (text != null && text.matches("([a-z0-9]+:|0x)?[0-9a-fA-F]{32,128}")) {
        names.add(member.name());
      }
    }
    return names;
  }
}
