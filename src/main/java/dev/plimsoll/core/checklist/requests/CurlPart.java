package dev.plimsoll.core.checklist.requests;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One `-F` of curl, taken apart as curl does: `name=text;type=T`, `name=@file;type=T;filename=N`,
/// `name="a;b"`.
final class CurlPart {
  private CurlPart() {}

  /// @param literal whether nothing in the value has a meaning (`--form-string`)
  /// @return null where it is none that is plain
  static DraftRequest.@Nullable Part of(String written, boolean literal) {
    var equals = written.indexOf('=');
    if (equals < 1) {
      return null;
    }
    var name = written.substring(0, equals);
    var value = written.substring(equals + 1);
    if (literal) {
      return new DraftRequest.Part(name, value, false, "", "");
    }
    if (value.startsWith("<")) {
      return null;
    }
    var file = value.startsWith("@");
    var rest = file ? value.substring(1) : value;
    var end = end(rest);
    if (end < 0 || (file && rest.substring(0, end).contains(","))) {
      return null;
    }
    var type = "";
    var called = "";
    for (var behind = rest.substring(end); !behind.isEmpty(); ) {
      var next = end(behind.substring(1)) + 1;
      var word = next < 1 ? "" : behind.substring(1, next).strip();
      var key = word.replaceFirst("=.*$", "").toLowerCase(Locale.ROOT);
      switch (key) {
        case "type" -> type = bare(word.substring("type=".length()));
        case "filename" -> called = bare(word.substring("filename=".length()));
        default -> {
          return null; // headers, an encoder, or what curl would cut off with a warning
        }
      }
      behind = behind.substring(next);
    }
    return new DraftRequest.Part(name, bare(rest.substring(0, end)), file, type, called);
  }

  /// Where a word ends: at the first `;` that is not in quotes, or at the end; -1 where a quote is
  /// not closed.
  private static int end(String text) {
    var quoted = false;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      if (c == '"' && (quoted || i == 0 || text.charAt(i - 1) == '=')) {
        quoted = !quoted;
      } else if (c == '\\' && quoted) {
        i++;
      } else if (c == ';' && !quoted) {
        return i;
      }
    }
    return quoted ? -1 : text.length();
  }

  private static String bare(String word) {
    return word.length() > 1 && word.startsWith("\"") && word.endsWith("\"")
        ? word.substring(1, word.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
        : word;
  }
}
