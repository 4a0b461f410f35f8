package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.model.Recipe;
import dev.plimsoll.core.model.Recipe.Body;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Changes one letter or digit of a value that a recipe protects, so that the line stays JSON.
final class ValueChange {
  private final Recipe recipe;

  ValueChange(Recipe recipe) {
    this.recipe = recipe;
  }

  /// @param line with or without its line end
  byte @Nullable [] of(byte[] line) {
    try {
      var text = LineExaminer.decoded(line);
      var entry = JsonReading.read(text);
      for (var member : entry.members()) {
        var at = isProtected(member.name()) ? place(text, member) : -1;
        if (at >= 0) {
          var other = new StringBuilder(text);
          other.setCharAt(at, next(text.charAt(at)));
          return other.toString().getBytes(StandardCharsets.UTF_8);
        }
      }
    } catch (CharacterCodingException | NotJson damaged) {
      return null;
    }
    return null;
  }

  private boolean isProtected(String name) {
    var fields = recipe.fields();
    return !name.equals(fields.hash())
        && !name.equals(fields.prev())
        && (fields.seq() == null || !name.equals(fields.seq().name()))
        && switch (recipe.body()) {
          case Body.Entry body -> !body.minus().contains(name);
          case Body.Wrapper body -> !body.minus().contains(name);
          case Body.FieldList(var joined, var delimiter) -> joined.contains(name);
          case Body.RawLine body -> true;
          case Body.OwnLog body -> Set.of("actor", "data").contains(name);
        };
  }

  /// A letter in a text, or a digit in a number; not one in an escape.
  private static int place(String text, Json.Member member) {
    return switch (member.value()) {
      case Json.Text value -> letter(text, member.start() + 1, member.end() - 1);
      case Json.Figure value -> letter(text, member.start(), member.end());
      case Json.Members(var members) -> inner(text, members);
      case Json.Items value -> -1;
      case Json.Word value -> -1;
    };
  }

  private static int inner(String text, List<Json.Member> members) {
    for (var member : members) {
      var at = place(text, member);
      if (at >= 0) {
        return at;
      }
    }
    return -1;
  }

  private static int letter(String text, int from, int to) {
    for (var i = from; i < to && text.charAt(i) != '\\'; i++) {
      var c = text.charAt(i);
      if ((c >= '0' && c <= '9')
          || (c >= 'a' && c < 'z' && c != 'e')
          || (c >= 'A' && c < 'Z' && c != 'E')) {
        return i;
      }
    }
    return -1;
  }

  private static char next(char c) {
    return c == '9' ? '1' : (char) (c + 1);
  }
}
