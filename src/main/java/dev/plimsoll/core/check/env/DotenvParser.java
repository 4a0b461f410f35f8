package dev.plimsoll.core.check.env;

import java.util.regex.Pattern;

/// Reads the text of a dotenv file, from the first character to the last. Use it once.
final class DotenvParser {
  private static final Pattern KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{|\\$\\(|\\$[A-Za-z_]|`");

  private final String text;
  private final Dotenv.Building building;
  private int at;
  private int counted;
  private int line = 1;

  DotenvParser(String file, String text) {
    this.building = new Dotenv.Building(file);
    var plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    this.text = plain.replace("\r\n", "\n").replace('\r', '\n');
  }

  Dotenv parse() {
    while (at < text.length()) {
      assignment();
    }
    return building.done();
  }

  private void assignment() {
    var start = line;
    var end = endOfLine();
    var content = text.substring(at, end).strip();
    if (content.isEmpty() || content.startsWith("#")) {
      skipTo(end);
      return;
    }
    var equals = text.indexOf('=', at);
    var name = equals < 0 || equals > end ? "" : key(text.substring(at, equals).strip());
    if (!KEY.matcher(name).matches()) {
      building.flaw(start, "This line is no assignment.", "Write it as KEY=value.");
      skipTo(end);
      return;
    }
    at = equals + 1;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    var quote = at < end ? text.charAt(at) : ' ';
    if (quote == '"' || quote == '\'') {
      quoted(name, quote, start);
    } else {
      bare(name, start, end);
    }
  }

  private static String key(String written) {
    return written.startsWith("export ") || written.startsWith("export\t")
        ? written.substring("export".length()).strip()
        : written;
  }

  private void bare(String name, int start, int end) {
    var written = text.substring(at, end);
    var comment = written.startsWith("#") ? 0 : commentIn(written);
    var value = (comment < 0 ? written : written.substring(0, comment)).strip();
    building.put(name, new Dotenv.Entry(value, REFERENCE.matcher(value).find(), start));
    skipTo(end);
  }

  private static int commentIn(String value) {
    for (var i = 1; i < value.length(); i++) {
      if (value.charAt(i) == '#' && Character.isWhitespace(value.charAt(i - 1))) {
        return i;
      }
    }
    return -1;
  }

  private void quoted(String name, char quote, int start) {
    var value = new StringBuilder();
    var i = at + 1;
    while (i < text.length() && text.charAt(i) != quote) {
      var c = text.charAt(i);
      if (c == '\\' && quote == '"' && i + 1 < text.length()) {
        i++;
        value.append(unescaped(text.charAt(i)));
      } else {
        value.append(c);
      }
      i++;
    }
    if (i >= text.length()) {
      building.flaw(start, "The value of " + name + " has no closing quote.", "Close it.");
      skipTo(endOfLine());
      return;
    }
    at = i + 1;
    var rest = text.substring(at, endOfLine()).strip();
    if (!rest.isEmpty() && !rest.startsWith("#")) {
      building.flaw(
          start,
          "After the value of " + name + " something follows the closing quote.",
          "Put the whole value inside the quotes.");
    }
    var text = value.toString();
    var refers = quote == '"' && REFERENCE.matcher(text).find();
    building.put(name, new Dotenv.Entry(text, refers, start));
    skipTo(endOfLine());
  }

  private static String unescaped(char c) {
    return switch (c) {
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case '"', '\\', '$' -> String.valueOf(c);
      default -> "\\" + c;
    };
  }

  private int endOfLine() {
    var end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  /// Goes on behind the end of a line, counting the lines on the way.
  private void skipTo(int end) {
    at = end + 1;
    for (; counted < at && counted < text.length(); counted++) {
      line += text.charAt(counted) == '\n' ? 1 : 0;
    }
  }
}
