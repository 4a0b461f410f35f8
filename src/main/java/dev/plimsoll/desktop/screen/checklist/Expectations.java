package dev.plimsoll.desktop.screen.checklist;

import dev.plimsoll.core.model.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a step expects, one by one, each with what was seen instead where it did not hold. Pure.
///
/// @param rows in the order of the checklist
/// @param remarked whether something is said beside a pass: then it may be about any of them
///   ("nothing to compare with"), and none of them is ticked
/// @param isAllTold whether each finding is about one of them, and about all that was asked: then
///   those without one held
record Expectations(List<Row> rows, boolean remarked, boolean isAllTold) {
  private static final Pattern VARIABLE = Pattern.compile("\\{[^{}\\s]+}");
  private static final int LONGEST = 240;

  Expectations {
    rows = List.copyOf(rows);
  }

  /// @param saw what was seen instead, or null where nothing says that it did not hold
  record Row(String expected, @Nullable String saw) {}

  /// @param expected joined by `; `
  /// @param findings of the attempt
  static Expectations of(String expected, List<Finding> findings) {
    var rows = new ArrayList<Row>();
    for (var line : expected.split("; ")) {
      if (!line.isBlank()) {
        rows.add(new Row(line.strip(), saw(line.strip(), findings)));
      }
    }
    var isAllTold =
        findings.stream()
            .allMatch(finding ->
                finding.message().startsWith("Expected ")
                    && rows.stream()
                        .anyMatch(row -> saw(row.expected(), List.of(finding)) != null));
    return new Expectations(rows, !findings.isEmpty(), isAllTold);
  }

  /// A finding names what was expected with its variables resolved; the list may still have them.
  private static @Nullable String saw(String line, List<Finding> findings) {
    var literal =
        Arrays.stream(VARIABLE.split(line, -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*?"));
    var missed = Pattern.compile("Expected " + literal + "[,;] (?:and )?(.*?)\\.?", Pattern.DOTALL);
    for (var finding : findings) {
      var from = finding.message().indexOf("Expected ");
      if (from >= 0) {
        var matcher = missed.matcher(finding.message().substring(from));
        if (matcher.matches()) {
          return shortened(matcher.group(1));
        }
      }
    }
    return null;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  /// Whether what a finding says nothing of held all the same: the others were all looked at.
  boolean othersHeld() {
    return tellsWhy() && isAllTold;
  }

  /// Whether a finding says of any of them that it did not hold.
  boolean tellsWhy() {
    return rows.stream().anyMatch(row -> row.saw() != null);
  }
}
