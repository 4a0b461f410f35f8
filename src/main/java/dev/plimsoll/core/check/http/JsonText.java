package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.json.JsonValue;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Writes JSON (RFC 8259) in one line, members in their order, numbers as they were read.
final class JsonText {
  private final StringBuilder text = new StringBuilder();
  private final UnaryOperator<String> resolve;

  private JsonText(UnaryOperator<String> resolve) {
    this.resolve = resolve;
  }

  static String of(JsonValue value) {
    return of(value, UnaryOperator.identity());
  }

  /// @param resolve makes of each text what is written, before it is quoted
  static String of(JsonValue value, UnaryOperator<String> resolve) {
    var writer = new JsonText(resolve);
    writer.write(value);
    return writer.text.toString();
  }

  private void write(JsonValue value) {
    switch (value) {
      case JsonValue.Text(var string, _) -> quote(resolve.apply(string));
      case JsonValue.Number(var number, _) -> text.append(number);
      case JsonValue.Truth(var truth, _) -> text.append(truth);
      case JsonValue.Nothing _ -> text.append("null");
      case JsonValue.Elements(var elements, _) -> {
        text.append('[');
        each(elements.iterator(), this::write);
        text.append(']');
      }
      case JsonValue.Members(var members, _) -> {
        text.append('{');
        each(
            members.entrySet().iterator(),
            member -> {
              quote(member.getKey());
              text.append(':');
              write(member.getValue());
            });
        text.append('}');
      }
    }
  }

  private <T> void each(Iterator<T> items, Consumer<T> write) {
    while (items.hasNext()) {
      write.accept(items.next());
      if (items.hasNext()) {
        text.append(',');
      }
    }
  }

  private void quote(String string) {
    text.append('"');
    for (var i = 0; i < string.length(); i++) {
      var c = string.charAt(i);
      switch (c) {
        case '"', '\\' -> text.append('\\').append(c);
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c)) {
            escape(string, i, c);
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  /// A surrogate that stands alone cannot be written in UTF-8.
  private void escape(String string, int at, char c) {
    var isPaired =
        (Character.isHighSurrogate(c)
                && at + 1 < string.length()
                && Character.isLowSurrogate(string.charAt(at + 1)))
            || (Character.isLowSurrogate(c)
                && at > 0
                && Character.isHighSurrogate(string.charAt(at - 1)));
    if (isPaired) {
      text.append(c);
    } else {
      text.append("\\u");
      for (var shift = 12; shift >= 0; shift -= 4) {
        text.append(Character.forDigit((c >> shift) & 15, 16));
      }
    }
  }
}
