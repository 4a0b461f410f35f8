package dev.plimsoll.core.checklist.markdown;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A line that says what should come out: `Expected: "4/4 passed"`.
final class Expected {
  private static final Pattern LINE =
      Pattern.compile(
          "(?i)^(?:should (?:print|show|return)|expect(?:ed)?"
              + "(?:\\s+(?:output|result|results|response|value|outcome))?)\\s*:\\s*(.*)$");
  private static final Pattern WITHIN =
      Pattern.compile("(?i)[\\s(\\[,;.–—-]{1,6}expect(?:ed)?(?:\\s+\\w{1,12})?\\s*:\\s*(.+)$");
  private static final Pattern LITERAL =
      Pattern.compile("`([^`]{1,200})`|\"([^\"]{1,200})\"|“([^”]{1,200})”|\\b(\\d+/\\d+)\\b");
  private static final Pattern EXIT_CODE =
      Pattern.compile("(?i)\\bexit(?:s|\\s+code|\\s+with)?\\s*(?:code\\s*)?[:=]?\\s*(\\d{1,3})\\b");

  private Expected() {}

  /// What is expected, empty where it follows below; null where the line says no such thing.
  static @Nullable String in(String line) {
    var found = LINE.matcher(line.strip());
    return found.matches() ? found.group(1).strip() : null;
  }

  /// A line with its expectation at the end, taken apart.
  record Parted(String before, String expected) {}

  static @Nullable Parted within(String line) {
    var found = WITHIN.matcher(line);
    if (!found.find() || found.start() == 0) {
      return null;
    }
    return new Parted(
        line.substring(0, found.start()).strip(),
        found.group(1).replaceFirst("[)\\]]$", "").strip());
  }

  /// Puts it into the step as exactly as the words allow, and says how.
  static String put(String words, DraftStep step) {
    if (step.isQuestion()) {
      step.expect(words);
      return "expected response";
    }
    var exit = EXIT_CODE.matcher(words);
    if (exit.find()) {
      step.mustExitWith(exit.group(1));
      return "expect (exit code)";
    }
    var literals = literals(words);
    if (literals.isEmpty()) {
      step.expect(words);
      return "why (no text to look for)";
    }
    literals.forEach(step::mustContain);
    return "expect";
  }

  private static List<String> literals(String words) {
    return LITERAL
        .matcher(words)
        .results()
        .map(hit -> {
          for (var group = 1; group <= hit.groupCount(); group++) {
            if (hit.group(group) != null) {
              return hit.group(group);
            }
          }
          return "";
        })
        .filter(text -> !text.isBlank())
        .toList();
  }
}
