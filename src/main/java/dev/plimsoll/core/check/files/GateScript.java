package dev.plimsoll.core.check.files;

import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A shell script as far as a gate needs it: line by line, without a shell's full grammar.
///
/// @param first the line of the file that the script begins on
record GateScript(String file, int first, String text) {
  private static final int LONGEST = 4096;
  private static final Pattern SWALLOWS =
      Pattern.compile("\\|\\| *(?:true|:|exit 0|/bin/true|echo\\b[^|&]*|printf\\b[^|&]*) *[;)]*$");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|'[^']*'");
  private static final Pattern PARTS = Pattern.compile("&&|\\|\\||[;|]");
  private static final Pattern IDLE =
      Pattern.compile(
          "(?:echo|printf|true|:|exit 0|set|cd|export|then|fi|else|do|done|pwd|date|sleep|tee|cat"
              + "|mkdir|[A-Za-z_][A-Za-z0-9_]*=[^ $(`]*)(?:\\s.*)?");

  /// The `run` of a step; a block begins on the line below its key.
  static GateScript of(String file, Node value) {
    var text = value instanceof Node.Scalar scalar ? scalar.text() : "";
    var line = value.at().line();
    return new GateScript(file, text.endsWith("\n") ? line + 1 : line, text);
  }

  /// Whether a line does more than print, wait, or set something up.
  boolean works() {
    return text.lines().map(GateScript::plain).anyMatch(GateScript::works);
  }

  private static boolean works(String line) {
    var isCalculated = line.contains("$(") || line.contains("`");
    return isCalculated
        || PARTS
            .splitAsStream(QUOTED.matcher(line).replaceAll("q"))
            .map(String::strip)
            .anyMatch(part -> !part.isEmpty() && !IDLE.matcher(part).matches());
  }

  /// Where a failure is swallowed.
  List<Finding> swallowed() {
    var findings = new ArrayList<Finding>();
    var number = first - 1;
    for (var written : text.lines().toList()) {
      number++;
      var line = plain(written);
      if (SWALLOWS.matcher(line).find()) {
        findings.add(
            error(number, "'" + shown(line) + "' never fails.", "Remove what stands after ||."));
      } else if (line.matches("set (?:-[a-z]*o errexit )?\\+[a-z]*e.*")) {
        findings.add(error(number, "'" + shown(line) + "' goes on after a failure.", "Remove it."));
      }
    }
    return findings;
  }

  /// Without comment and surrounding blanks.
  private static String plain(String written) {
    var line = (written.length() <= LONGEST ? written : written.substring(0, LONGEST)).strip();
    if (line.startsWith("#")) {
      return "";
    }
    var comment = line.indexOf(" #");
    return comment < 0 ? line : line.substring(0, comment).strip();
  }

  private static String shown(String line) {
    return line.length() <= 80 ? line : line.substring(0, 80) + "...";
  }

  private Finding error(int line, String message, String next) {
    return new Finding(Severity.ERROR, file + ": " + message, Position.of(file, line), next);
  }
}
