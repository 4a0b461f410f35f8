package dev.plimsoll.core.record;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes foreign text into a page so that it stays text.
final class Html {
  private static final String REPLACEMENT = "\uFFFD";

  private Html() {}

  /// Markup is escaped; control characters, and those that turn the direction of writing, are
  /// replaced: nothing on the page may look other than it is. A line end becomes a break.
  static String text(String foreign) {
    var out = new StringBuilder(foreign.length() + 16);
    foreign.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      case '\n' -> out.append("<br>");
      case '\t' -> out.append(' ');
      case '\r' -> {}
      default -> {
        if (isSafe(c)) {
          out.appendCodePoint(c);
        } else {
          out.append(REPLACEMENT);
        }
      }
    }
  }

  private static boolean isSafe(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          c == 0x200D;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }

  static String code(String foreign) {
    return "<code>" + text(foreign) + "</code>";
  }

  /// A word with its colour; the word alone tells, too.
  static String word(String kind, String word) {
    return "<span class=\"word " + kind + "\">" + text(word) + "</span>";
  }

  static String section(String kind, String title, String body) {
    var classes = kind.isEmpty() ? "" : " class=\"" + kind + "\"";
    return "<section" + classes + ">\n<h2>" + text(title) + "</h2>\n" + body + "\n</section>";
  }

  static <T> String list(String kind, List<T> items, Function<T, String> html) {
    var classes = kind.isEmpty() ? "" : " class=\"" + kind + "\"";
    return items.stream()
        .map(item -> "<li>" + html.apply(item) + "</li>")
        .collect(Collectors.joining("\n", "<ul" + classes + ">\n", "\n</ul>"));
  }

  /// A row of a definition list; nothing where there is no value.
  static String term(String name, @Nullable String html) {
    return html == null ? "" : "<dt>" + text(name) + "</dt><dd>" + html + "</dd>\n";
  }

  static String paragraph(String html) {
    return "<p>" + html + "</p>";
  }
}
