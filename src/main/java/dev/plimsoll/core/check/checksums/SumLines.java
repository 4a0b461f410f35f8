package dev.plimsoll.core.check.checksums;

import java.util.regex.Pattern;

/// Lists as `sha256sum` writes them: a digest, a blank, a blank or `*` (text or binary, which is
/// the same here), a name. A backslash before the digest says that the name is escaped. The form of
/// `--tag` is read too.
final class SumLines {
  private static final Pattern LINE =
      Pattern.compile("(\\\\?)([0-9A-Fa-f]{32,128})(?: [ *]|\\t|  +)(.+)");
  private static final Pattern TAGGED =
      Pattern.compile("(\\\\?)SHA256 ?\\((.+)\\) ?= ?([0-9A-Fa-f]+)");

  private SumLines() {}

  static boolean isOne(String line) {
    return LINE.matcher(line).matches() || TAGGED.matcher(line).matches();
  }

  static DigestList read(String file, String text) {
    var list = new DigestList(file, ListForm.SHA256SUM);
    var number = 0;
    for (var line : text.split("\\r?\\n", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      var plain = LINE.matcher(line);
      var tagged = TAGGED.matcher(line);
      if (plain.matches()) {
        list.add(name(plain.group(1), plain.group(3)), plain.group(2), number);
      } else if (tagged.matches()) {
        list.add(name(tagged.group(1), tagged.group(2)), tagged.group(3), number);
      } else {
        list.unread(
            number,
            "This line is no digest and name.",
            "Write it as sha256sum does, or remove it.");
      }
    }
    return list;
  }

  private static String name(String escaped, String written) {
    if (escaped.isEmpty()) {
      return written;
    }
    var name = new StringBuilder();
    var afterBackslash = false;
    for (var i = 0; i < written.length(); i++) {
      var c = written.charAt(i);
      if (afterBackslash) {
        name.append(c == 'n' ? '\n' : c == 'r' ? '\r' : c);
      } else if (c != '\\') {
        name.append(c);
      }
      afterBackslash = c == '\\' && !afterBackslash;
    }
    return name.toString();
  }

  /// One line as `sha256sum` would write it, without its end.
  static String line(String sha256, String path) {
    var escaped = path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    return (escaped.equals(path) ? "" : "\\") + sha256 + "  " + escaped;
  }
}
