package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Known vulnerabilities, while a report is read.
final class Vulnerabilities {
  static final String TOTAL = "total";
  static final String UNKNOWN = "unknown";

  /// From the worst on.
  static final List<String> SEVERITIES = List.of("critical", "high", "moderate", "low", "info");

  private static final int MOST_NAMED = 10_000;

  private final Map<String, Long> counts = new HashMap<>();
  private final List<Finding> named = new ArrayList<>();

  /// @param subject package and version: `jinja2 2.11.1`
  /// @param id `CVE-2026-1234`
  /// @param severity as the report spells it; empty where it says none
  /// @param more the title or the version that fixes it; may be empty
  void add(String subject, String id, String severity, String more, Position at) {
    var word = severity(severity);
    count(TOTAL, 1);
    count(word, 1);
    if (named.size() < MOST_NAMED) {
      var about = more.isEmpty() ? "" : ": " + Text.line(more);
      named.add(
          new Finding(
              Severity.ERROR,
              Text.line(subject)
                  + " has "
                  + (id.isEmpty() ? "a known vulnerability" : Text.line(id))
                  + (word.equals(UNKNOWN) ? "" : " (" + word + ")")
                  + about
                  + (about.endsWith(".") ? "" : "."),
              at,
              null));
    }
  }

  void count(String name, long more) {
    counts.merge(name, more, Long::sum);
  }

  /// @param figures those that the report says, 0 included
  Reading reading(List<String> figures, List<Finding> doubts) {
    var said = new LinkedHashMap<String, Figure>();
    figures.forEach(name -> said.put(name, new Figure.Count(counts.getOrDefault(name, 0L))));
    return new Reading(said, named, doubts);
  }

  /// One word for what tools spell differently.
  static String severity(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "critical" -> "critical";
      case "high", "important" -> "high";
      case "moderate", "medium" -> "moderate";
      case "low", "minor" -> "low";
      case "info", "informational", "none", "negligible" -> "info";
      default -> UNKNOWN;
    };
  }

  /// The word for a CVSS base score, by the bands of its specification, or an empty text.
  static String ofScore(String score) {
    if (!score.matches("[0-9]{1,2}(\\.[0-9]{1,3})?")) {
      return "";
    }
    var number = new BigDecimal(score);
    if (number.compareTo(new BigDecimal("9.0")) >= 0) {
      return "critical";
    }
    if (number.compareTo(new BigDecimal("7.0")) >= 0) {
      return "high";
    }
    if (number.compareTo(new BigDecimal("4.0")) >= 0) {
      return "moderate";
    }
    return number.signum() > 0 ? "low" : "info";
  }

  /// The worse of two words.
  static String worse(String one, String other) {
    var a = SEVERITIES.indexOf(severity(one));
    var b = SEVERITIES.indexOf(severity(other));
    if (a < 0 || b < 0) {
      return a < 0 ? other : one;
    }
    return a <= b ? one : other;
  }
}
