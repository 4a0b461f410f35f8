package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Position;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What pytest prints, line by line. Its last line counts: `=== 3 passed, 1 failed in 0.12s ===`,
/// or the same without the signs where it is quiet. A log of several sessions adds up. Use it once.
final class PytestLog {
  private static final int LONGEST_LINE = 4096;
  private static final int LONGEST_MESSAGE = 200;
  private static final int MOST_BROKEN = 10_000;

  private static final Pattern COLOURS = Pattern.compile("\u001b\\[[0-9;]{0,20}m");
  private static final Pattern SUMMARY =
      Pattern.compile(
          "(?:=+ )?((?:[0-9]{1,9} [a-z]+(?: [a-z]+)?(?:, )?)+|no tests ran|no tests collected)"
              + " in ([0-9]{1,9}(?:\\.[0-9]{1,6})?)s(?: \\([0-9:, a-z]+\\))?(?: =+)?");
  private static final Pattern COUNT = Pattern.compile("([0-9]{1,9}) ([a-z]+(?: (?!in )[a-z]+)?)");
  private static final Pattern BEGINNING = Pattern.compile("=+ test session starts =+");
  private static final Pattern TITLE =
      Pattern.compile("_{3,} (?:ERROR (?:at \\w+ of |collecting ))?(.{1,300}?) _{3,}");
  private static final Pattern PLACE = Pattern.compile("(\\S{1,300}\\.py):([0-9]{1,9}): .*");
  private static final Pattern BROKEN =
      Pattern.compile(
          "(FAILED|ERROR|SUBFAILED(?:[(\\[].{0,200}?[)\\]])?) "
              + "(\\S+?\\.py(?:::[^\\[ ]+(?:\\[.*?\\](?= - |$))?)?)(?: - (.*))?");

  private final String file;
  private final Map<String, Long> counts = new HashMap<>();
  private final Map<String, Position> places = new HashMap<>();
  private final List<TestTotals.Broken> broken = new ArrayList<>();
  private Duration took = Duration.ZERO;
  private int number;
  private boolean open;
  private boolean cut;
  private int summaries;
  private String title = "";

  PytestLog(String file) {
    this.file = file;
  }

  void line(String written) {
    number++;
    var cut = written.length() <= LONGEST_LINE ? written : written.substring(0, LONGEST_LINE);
    var line = COLOURS.matcher(cut).replaceAll("").strip();
    if (line.isEmpty()) {
      return;
    }
    switch (line.charAt(0)) {
      case '=', 'n', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> summary(line);
      case '_' -> title(line);
      case 'F', 'E', 'S' -> broken(line);
      default -> {}
    }
    if (!title.isEmpty()) {
      var place = PLACE.matcher(line);
      if (place.matches()) {
        places.put(title, Position.of(place.group(1), Integer.parseInt(place.group(2))));
      }
    }
  }

  /// `____ TestSun.test_rises ____`; a line of `_ _ _` parts the frames of one traceback.
  private void title(String line) {
    if (line.startsWith("___")) {
      var heading = TITLE.matcher(line);
      title = heading.matches() ? heading.group(1).replaceFirst(" \\(.*\\)$", "") : "";
    }
  }

  private void summary(String line) {
    if (BEGINNING.matcher(line).matches()) {
      cut |= open;
      open = true;
      title = "";
      return;
    }
    var summary = SUMMARY.matcher(line);
    if (!summary.matches()) {
      return;
    }
    summaries++;
    open = false;
    var seconds = new BigDecimal(summary.group(2));
    took = took.plus(Duration.ofNanos(seconds.movePointRight(9).longValue()));
    COUNT
        .matcher(summary.group(1))
        .results()
        .forEach(count ->
            counts.merge(plural(count.group(2)), Long.parseLong(count.group(1)), Long::sum));
  }

  private static String plural(String word) {
    return word.equals("error") || word.equals("warning") ? word + "s" : word;
  }

  private void broken(String line) {
    var matcher = BROKEN.matcher(line);
    if (!matcher.matches() || broken.size() >= MOST_BROKEN) {
      return;
    }
    var test = matcher.group(2);
    var parts = test.split("::", 2);
    var said = matcher.group(3) == null ? "" : matcher.group(3);
    var at =
        places.getOrDefault(
            parts.length < 2 ? parts[0] : parts[1].replace("::", "."), Position.of(parts[0]));
    broken.add(
        new TestTotals.Broken(
            test,
            matcher.group(1).equals("ERROR") ? "broke" : "failed",
            said.length() <= LONGEST_MESSAGE ? said : said.substring(0, LONGEST_MESSAGE) + "...",
            at));
  }

  /// @throws Malformed where pytest did not come to its end
  void end() throws Malformed {
    if (summaries == 0 || open || cut) {
      throw new Malformed(
          number == 0
              ? "It is empty."
              : "The line with which pytest ends (3 passed in 0.12s) is missing: it was cut short,"
                  + " or is no log of pytest.",
          Position.of(file, number));
    }
  }

  /// @param word `passed`, `failed`, `errors`, `skipped`, ...
  long count(String word) {
    return counts.getOrDefault(word, 0L);
  }

  Duration took() {
    return took;
  }

  List<TestTotals.Broken> broken() {
    return List.copyOf(broken);
  }
}
