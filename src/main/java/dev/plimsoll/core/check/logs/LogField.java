package dev.plimsoll.core.check.logs;

import dev.plimsoll.core.check.json.JsonValue;
import dev.plimsoll.core.check.text.BoundedPattern;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What must be so about one member of a line. Values are never quoted: a log may hold anything.
///
/// @param name of the member; dots lead into objects where no member bears the whole name
/// @param type what it must be, or null
/// @param matches a regular expression, found anywhere, or null
/// @param oneOf the values it may have; empty where any will do
/// @param optional whether it may be absent
public record LogField(
    String name,
    @Nullable Type type,
    @Nullable String matches,
    List<String> oneOf,
    boolean optional) {
  public LogField {
    oneOf = List.copyOf(oneOf);
  }

  public enum Type {
    TEXT("text"),
    NUMBER("number"),
    INTEGER("integer"),
    BOOLEAN("boolean"),
    OBJECT("object"),
    ARRAY("array"),
    DATE_TIME("date-time");

    private final String word;

    Type(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    private boolean fits(JsonValue value) {
      return switch (this) {
        case TEXT -> value instanceof JsonValue.Text;
        case NUMBER -> value instanceof JsonValue.Number;
        case INTEGER -> value instanceof JsonValue.Number number && number.isInteger();
        case BOOLEAN -> value instanceof JsonValue.Truth;
        case OBJECT -> value instanceof JsonValue.Members;
        case ARRAY -> value instanceof JsonValue.Elements;
        case DATE_TIME -> value instanceof JsonValue.Text(var text, _) && isDateTime(text);
      };
    }

    private static boolean isDateTime(String text) {
      try {
        OffsetDateTime.parse(text.replace(' ', 'T'));
        return true;
      } catch (DateTimeException wrong) {
        return false;
      }
    }
  }

  /// What is wrong with a line, a sentence, or null where nothing is.
  @Nullable String flaw(JsonValue.Members line) {
    var value = find(line);
    if (value == null || value instanceof JsonValue.Nothing) {
      return optional ? null : "'" + name + "' is missing.";
    }
    if (type != null && !type.fits(value)) {
      return "'" + name + "' is " + value.kind() + ", not " + type.word() + ".";
    }
    var text = text(value);
    if (!oneOf.isEmpty() && !oneOf.contains(text)) {
      return "'" + name + "' is none of: " + String.join(", ", oneOf) + ".";
    }
    if (matches != null) {
      return switch (BoundedPattern.of(matches).find(text)) {
        case BoundedPattern.Search.Found _ -> null;
        case BoundedPattern.Search.Absent _ -> "'" + name + "' does not match " + matches + ".";
        case BoundedPattern.Search.GaveUp _ ->
            "'" + name + "' takes too long to hold against " + matches + ".";
      };
    }
    return null;
  }

  private @Nullable JsonValue find(JsonValue.Members line) {
    var whole = line.members().get(name);
    if (whole != null) {
      return whole;
    }
    JsonValue at = line;
    for (var part : name.split("\\.", -1)) {
      if (!(at instanceof JsonValue.Members(var members, _)) || members.get(part) == null) {
        return null;
      }
      at = members.get(part);
    }
    return at;
  }

  private static String text(JsonValue value) {
    return switch (value) {
      case JsonValue.Text(var text, _) -> text;
      case JsonValue.Number(var number, _) -> number.toString();
      case JsonValue.Truth(var truth, _) -> Boolean.toString(truth);
      default -> "";
    };
  }

  String words() {
    return name + (type == null ? "" : " (" + type.word() + ")");
  }
}
