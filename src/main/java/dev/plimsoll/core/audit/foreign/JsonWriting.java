package dev.plimsoll.core.audit.foreign;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/// Writes values in one [Spelling]. Half a surrogate pair is escaped where the spelling is ASCII or
/// of ECMAScript's `JSON.stringify`, which both do; a caller that needs UTF-8 without it asks for
/// `strict`.
final class JsonWriting {
  private static final HexFormat HEX = HexFormat.of();

  private final Spelling spelling;
  private final boolean strict;
  private final StringBuilder out = new StringBuilder(512);

  /// @param strict whether half a surrogate pair is refused
  JsonWriting(Spelling spelling, boolean strict) {
    this.spelling = spelling;
    this.strict = strict;
  }

  /// The text written so far.
  String text() {
    return out.toString();
  }

  /// @throws NoSpelling where the spelling has no such value
  JsonWriting value(Json value) {
    switch (value) {
      case Json.Members(var members) -> members(members, Set.of());
      case Json.Items(var items) -> items(items);
      case Json.Text(var text) -> quoted(text);
      case Json.Figure figure -> figure(figure);
      case Json.Word(var word) -> out.append(word);
    }
    return this;
  }

  /// An object without some of its members.
  JsonWriting members(List<Json.Member> members, Set<String> minus) {
    out.append('{');
    var first = true;
    for (var member : ordered(members)) {
      if (minus.contains(member.name())) {
        continue;
      }
      if (!first) {
        out.append(spelling.spaced() ? ", " : ",");
      }
      first = false;
      quoted(member.name());
      out.append(spelling.spaced() ? ": " : ":");
      value(member.value());
    }
    out.append('}');
    return this;
  }

  private List<Json.Member> ordered(List<Json.Member> members) {
    var order = spelling.order();
    if (order == null) {
      return members;
    }
    var sorted = new ArrayList<>(members);
    sorted.sort((a, b) -> order.compare(a.name(), b.name()));
    return sorted;
  }

  private void items(List<Json> items) {
    out.append('[');
    for (var i = 0; i < items.size(); i++) {
      if (i > 0) {
        out.append(spelling.spaced() ? ", " : ",");
      }
      value(items.get(i));
    }
    out.append(']');
  }

  private void figure(Json.Figure figure) {
    out.append(spelling.shortest() ? DoubleText.ecma(figure.spelling()) : figure.spelling());
  }

  JsonWriting quoted(String text) {
    out.append('"');
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\f' -> out.append("\\f");
        case '\b' -> out.append("\\b");
        default -> unit(text, i, c);
      }
    }
    out.append('"');
    return this;
  }

  private void unit(String text, int i, char c) {
    if (c < 0x20 || (spelling.ascii() && c >= 0x7f)) {
      escape(c);
    } else if (Character.isSurrogate(c) && isAlone(text, i)) {
      if (strict) {
        throw new NoSpelling("half of a surrogate pair (" + Shown.of(String.valueOf(c)) + ")");
      }
      escape(c);
    } else {
      out.append(c);
    }
  }

  private void escape(char c) {
    out.append("\\u").append(HEX.toHexDigits(c));
  }

  /// Whether the surrogate at `i` has no other half.
  static boolean isAlone(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
        : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
  }
}
