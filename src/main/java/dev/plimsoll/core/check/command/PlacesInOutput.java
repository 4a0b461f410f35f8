package dev.plimsoll.core.check.command;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The lines of a program's output that point into a file of the repository, as compilers and
/// linters write them: `src/app.py:12:5: words`, `[ERROR] src/App.java:[12,5] words`, or Python's
/// `File "src/app.py", line 12`. A line counts only where that file is there.
///
/// @param root the repository
/// @param folder where the program ran: what its paths are relative to
record PlacesInOutput(Path root, Path folder) {
  static final int AT_MOST = 20;

  private static final int LONGEST_LINE = 2_000;
  private static final int LINES_AT_MOST = 20_000;
  private static final Pattern COLONS =
      Pattern.compile(
          "(?:\\[?(?:ERROR|WARNING)]?:?"
              + " )?([^\\s:\"'][^:\"']{0,400}+):(\\d{1,7}+)(?::(\\d{1,5}+))?(?::|\\s|$)(.*+)");
  private static final Pattern BRACKETS =
      Pattern.compile(
          "(?:\\[?(?:ERROR|WARNING)]?:?"
              + " )?([^\\s:\"'][^:\"']{0,400}+):\\[(\\d{1,7}+),(\\d{1,5}+)](.*+)");
  private static final Pattern PYTHON =
      Pattern.compile("File \"([^\"]{1,400}+)\", line (\\d{1,7}+)()(.*+)");

  /// At most [#AT_MOST] of them, in the order in which they were printed, each place once.
  List<Finding> in(String... outputs) {
    var found = new LinkedHashMap<Position, Finding>();
    for (var output : outputs) {
      output
          .lines()
          .limit(LINES_AT_MOST)
          .filter(line -> line.length() <= LONGEST_LINE)
          .takeWhile(_ -> found.size() < AT_MOST)
          .forEach(line -> {
            var finding = of(line.strip());
            if (finding != null && finding.at() != null) {
              found.putIfAbsent(finding.at(), finding);
            }
          });
    }
    return new ArrayList<>(found.values());
  }

  private @Nullable Finding of(String line) {
    for (var form : List.of(BRACKETS, COLONS, PYTHON)) {
      var matcher = form.matcher(line);
      if (matcher.matches()) {
        var at = place(matcher);
        if (at != null) {
          var words = form == PYTHON ? line : matcher.group(4).strip();
          return new Finding(Severity.ERROR, words.isEmpty() ? line : words, at, null);
        }
      }
    }
    return null;
  }

  private @Nullable Position place(Matcher matcher) {
    var column = matcher.group(3);
    var file = inRepository(matcher.group(1));
    var line = Integer.parseInt(matcher.group(2));
    return file == null || line == 0
        ? null
        : new Position(
            file, line, column == null || column.isEmpty() ? 0 : Integer.parseInt(column));
  }

  private @Nullable String inRepository(String name) {
    try {
      var file = folder.resolve(name).normalize();
      return file.startsWith(root) && Files.isRegularFile(file)
          ? root.relativize(file).toString().replace('\\', '/')
          : null;
    } catch (InvalidPathException noPath) {
      return null;
    }
  }
}
