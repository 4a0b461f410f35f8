package dev.plimsoll.core.check.jsonpath;

import org.jspecify.annotations.Nullable;

/// A value and where it stands in its document.
public record Located<N>(N value, Step step) {

  /// One step of a way, and the way before it; null before the root.
  ///
  /// @param name of a member, or null for an element
  /// @param index of an element
  public record Step(@Nullable Step before, @Nullable String name, int index) {
    static final Step ROOT = new Step(null, null, -1);

    int depth() {
      var depth = 0;
      for (var step = before; step != null; step = step.before) {
        depth++;
      }
      return depth;
    }
  }

  Located<N> member(String name, N value) {
    return new Located<>(value, new Step(step, name, -1));
  }

  Located<N> element(int index, N value) {
    return new Located<>(value, new Step(step, null, index));
  }

  /// The normalized path: `$['a'][0]`.
  public String path() {
    var parts = new java.util.ArrayDeque<String>();
    for (var at = step; at.before != null; at = at.before) {
      parts.push(at.name == null ? "[" + at.index + "]" : "['" + escaped(at.name) + "']");
    }
    return "$" + String.join("", parts);
  }

  private static String escaped(String name) {
    var text = new StringBuilder();
    for (var i = 0; i < name.length(); i++) {
      var c = name.charAt(i);
      switch (c) {
        case '\'', '\\' -> text.append('\\').append(c);
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ') {
            text.append("\\u00")
                .append(Character.forDigit(c >> 4, 16))
                .append(Character.forDigit(c & 15, 16));
          } else {
            text.append(c);
          }
        }
      }
    }
    return text.toString();
  }
}
