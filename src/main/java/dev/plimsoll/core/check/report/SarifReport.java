package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Reads SARIF 2.1.0. A result without a level has that of its rule, else it is a warning; one that
/// is no failure (`kind: pass`), that is gone since the baseline, or that is suppressed, is not
/// counted. Use it once.
final class SarifReport {
  private final ReportFile file;
  private final Map<String, Long> counts = new HashMap<>();
  private final List<Finding> named = new ArrayList<>();
  private final List<Finding> doubts = new ArrayList<>();

  SarifReport(ReportFile file) {
    this.file = file;
  }

  Reading read() throws IOException, Malformed {
    var log = file.object("SARIF log");
    var version = log.path("version").asString("");
    if (!log.path("runs").isArray()) {
      throw file.no("SARIF log: it has no list 'runs'");
    }
    if (!version.equals("2.1.0")) {
      throw new Malformed(
          version.isEmpty()
              ? "It does not say its SARIF version."
              : "It is SARIF " + Text.line(version) + ", and 2.1.0 is read.",
          file.at(1));
    }
    for (var run : log.path("runs")) {
      run(run);
    }
    var figures = new LinkedHashMap<String, Figure>();
    new SarifFormat()
        .queries()
        .keySet()
        .forEach(name -> figures.put(name, new Figure.Count(counts.getOrDefault(name, 0L))));
    return new Reading(figures, named, doubts);
  }

  private void count(String name) {
    counts.merge(name, 1L, Long::sum);
  }

  private void run(JsonNode run) {
    count(SarifFormat.RUNS);
    var driver = run.path("tool").path("driver");
    var tool = Text.line(driver.path("name").asString("A tool"));
    for (var invocation : run.path("invocations")) {
      if (invocation.path("executionSuccessful").isBoolean()
          && !invocation.path("executionSuccessful").asBoolean()) {
        doubts.add(
            Finding.error(
                tool + " says that it did not come to its end.",
                Position.of(file.name()),
                "See its own messages, and run it again."));
      }
    }
    if (!run.path("results").isArray()) {
      doubts.add(
          Finding.error(
              tool + " lists no results, not even an empty list: it did not look.",
              Position.of(file.name()),
              "See its own messages, and run it again."));
    }
    var levels = levels(driver);
    for (var result : run.path("results")) {
      result(result, driver, levels);
    }
  }

  /// What rules say of themselves, by id.
  private static Map<String, String> levels(JsonNode driver) {
    var levels = new HashMap<String, String>();
    for (var rule : driver.path("rules")) {
      var level = rule.path("defaultConfiguration").path("level").asString("");
      if (!level.isEmpty()) {
        levels.put(rule.path("id").asString(""), level);
      }
    }
    return levels;
  }

  private void result(JsonNode result, JsonNode driver, Map<String, String> levels) {
    var kind = result.path("kind").asString("fail");
    if (!List.of("fail", "open", "review").contains(kind)
        || result.path("baselineState").asString("").equals("absent")) {
      return;
    }
    if (isSuppressed(result)) {
      count(SarifFormat.SUPPRESSED);
      return;
    }
    var rule = rule(result, driver);
    var level = result.path("level").asString(levels.getOrDefault(rule, "warning"));
    var severity =
        switch (level) {
          case "error" -> Severity.ERROR;
          case "note", "none" -> Severity.NOTE;
          default -> Severity.WARNING;
        };
    count(SarifFormat.TOTAL);
    count(
        switch (severity) {
          case ERROR -> SarifFormat.ERRORS;
          case WARNING -> SarifFormat.WARNINGS;
          case NOTE -> SarifFormat.NOTES;
        });
    var message = Text.line(result.path("message").path("text").asString("no message"));
    named.add(
        new Finding(
            severity,
            (rule.isEmpty() ? "" : Text.line(rule) + ": ") + message,
            place(result),
            null));
  }

  private static String rule(JsonNode result, JsonNode driver) {
    var id = result.path("ruleId").asString(result.path("rule").path("id").asString(""));
    if (!id.isEmpty()) {
      return id;
    }
    var index = result.path("ruleIndex").asInt(result.path("rule").path("index").asInt(-1));
    return index < 0 ? "" : driver.path("rules").path(index).path("id").asString("");
  }

  /// A suppression that is under review, or was rejected, is none.
  private static boolean isSuppressed(JsonNode result) {
    for (var suppression : result.path("suppressions")) {
      if (suppression.path("status").asString("accepted").equals("accepted")) {
        return true;
      }
    }
    return false;
  }

  private Position place(JsonNode result) {
    var location = result.path("locations").path(0).path("physicalLocation");
    var path = Text.path(location.path("artifactLocation").path("uri").asString(""), file.root());
    return path == null
        ? Position.of(file.name())
        : Position.of(path, Math.max(0, location.path("region").path("startLine").asInt(0)));
  }
}
