package dev.plimsoll.core.release;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.release.ValueInFile.Found;
import java.util.regex.Pattern;

/// Values out of files made of lines `name = value` (or `name: value`): properties, INI with
/// `[sections]`, and the plain assignments of a Python, Ruby or shell file. Quotes around the value
/// are taken off, `#` and `;` lines are comments.
final class AssignmentFile {
  private static final Pattern SECTION = Pattern.compile("\\s*\\[([^\\]]+)\\]\\s*");
  private static final Pattern LINE =
      Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_.\\-]*)\\s*[=:]\\s*(.*?)\\s*,?\\s*");

  private AssignmentFile() {}

  static Found find(String file, String text, String path) {
    var section = "";
    var line = 0;
    for (var written : text.lines().toList()) {
      line++;
      var header = SECTION.matcher(written);
      if (header.matches()) {
        section = header.group(1).strip() + ".";
        continue;
      }
      var matcher = LINE.matcher(written);
      if (matcher.matches() && path.equals(section + matcher.group(1))) {
        return new Found(unquoted(matcher.group(2)), line);
      }
    }
    throw Problem.of(
        ValueInFile.INTENT,
        file + " has no " + path + ".",
        "Correct the path after '#', or add the value.");
  }

  private static String unquoted(String value) {
    for (var quote : new String[] {"\"", "'"}) {
      if (value.startsWith(quote)) {
        var end = value.indexOf(quote, 1);
        return end > 0 ? value.substring(1, end) : value;
      }
    }
    var comment = value.indexOf(" #");
    return comment < 0 ? value : value.substring(0, comment).strip();
  }
}
