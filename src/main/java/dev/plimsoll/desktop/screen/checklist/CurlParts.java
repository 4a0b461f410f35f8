package dev.plimsoll.desktop.screen.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The parts of a kept body as options of curl: `--form-string title=small`, `-F
/// document=@a.pdf;type=application/pdf`. Pure.
final class CurlParts {
  private static final Pattern BOUNDARY =
      Pattern.compile("(?i)content-type: multipart/form-data; boundary=(\\S+)");
  private static final Pattern NAME = Pattern.compile("; name=\"([^\"]*)\"");
  private static final Pattern FILE_NAME = Pattern.compile("; filename=\"([^\"]*)\"");
  private static final Pattern TYPE = Pattern.compile("(?m)^Content-Type: (.*)$");

  private CurlParts() {}

  /// @return pairs of an option and its value; none where the body has no parts
  static List<String> of(Exchange exchange) {
    for (var header : exchange.headers()) {
      var boundary = BOUNDARY.matcher(header);
      if (boundary.matches()) {
        return of(exchange.body(), "--" + boundary.group(1));
      }
    }
    return List.of();
  }

  private static List<String> of(String body, String border) {
    var words = new ArrayList<String>();
    for (var part : body.split(Pattern.quote(border) + "(--)?\\n?", -1)) {
      var end = part.indexOf("\n\n");
      if (end >= 0) {
        var text = part.substring(end + 2);
        add(
            part.substring(0, end),
            text.endsWith("\n") ? text.substring(0, text.length() - 1) : text,
            words);
      }
    }
    return words;
  }

  private static void add(String head, String text, List<String> words) {
    var name = first(NAME, head);
    var called = first(FILE_NAME, head);
    var type = first(TYPE, head);
    if (!called.isEmpty() && text.startsWith("< ")) {
      var file = text.substring(2);
      words.add("-F");
      words.add(
          name
              + "=@"
              + file
              + (type.isEmpty() ? "" : ";type=" + type)
              + (called.equals(file) ? "" : ";filename=" + inQuotes(called)));
    } else if (type.isEmpty()) {
      words.add("--form-string");
      words.add(name + "=" + text);
    } else {
      words.add("-F");
      words.add(name + "=" + inQuotes(text) + ";type=" + type);
    }
  }

  private static String inQuotes(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String first(Pattern pattern, String text) {
    var matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1).replace("%22", "\"") : "";
  }
}
