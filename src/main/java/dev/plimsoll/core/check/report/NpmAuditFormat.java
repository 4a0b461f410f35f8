package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `npm-audit`: what `npm audit --json` writes, in the form of npm 7 and later or of npm 6.
final class NpmAuditFormat extends VulnerabilityFormat {
  private static final String PACKAGES = "packages";

  NpmAuditFormat() {
    super(
        "npm audit report", new Counted(PACKAGES, "package", "packages"), withSeverities(PACKAGES));
  }

  @Override
  public Reading read(ReportFile file) throws IOException, Malformed {
    var report = file.object("npm audit report");
    if (report.path("error").isObject()) {
      var error = report.path("error");
      throw new Malformed(
          "npm audit could not look: "
              + Text.line(error.path("summary").asString(error.path("code").asString("no reason")))
              + ".",
          file.at(1));
    }
    var metadata = report.path("metadata");
    if (!metadata.path("vulnerabilities").isObject()) {
      throw file.no("npm audit report: it has no 'metadata' with vulnerabilities");
    }
    var found = new Vulnerabilities();
    var at = Position.of(file.name());
    found.count(PACKAGES, packages(metadata));
    if (report.path("advisories").isObject()) {
      report.path("advisories").forEach(advisory -> advisory(advisory, found, at));
    } else {
      report
          .path("vulnerabilities")
          .forEachEntry((name, affected) -> affected(name, affected, found, at));
    }
    return counted(metadata.path("vulnerabilities"), found, at);
  }

  /// The figures are npm's own, so that they are those that npm prints.
  private Reading counted(JsonNode counts, Vulnerabilities found, Position at) {
    var listed = found.reading(figures(), List.of());
    var figures = new LinkedHashMap<>(listed.figures());
    var total = 0L;
    for (var word : Vulnerabilities.SEVERITIES) {
      var number = counts.path(word).asLong(0);
      figures.put(word, new Figure.Count(number));
      total += number;
    }
    figures.put(Vulnerabilities.UNKNOWN, new Figure.Count(0));
    figures.put(Vulnerabilities.TOTAL, new Figure.Count(total));
    var agree = (total == 0) == listed.named().isEmpty();
    return new Reading(
        figures, listed.named(), agree ? List.of() : List.of(disagreement(total, listed, at)));
  }

  private static Finding disagreement(long total, Reading listed, Position at) {
    return Finding.error(
        "The report counts " + total + " vulnerabilities, and lists " + listed.named().size() + ".",
        at,
        "Run npm audit --json again, and keep its whole output.");
  }

  private static long packages(JsonNode metadata) {
    var dependencies = metadata.path("dependencies");
    return dependencies.isObject()
        ? dependencies.path("total").asLong(0)
        : metadata.path("totalDependencies").asLong(dependencies.asLong(0));
  }

  /// npm 6.
  private static void advisory(JsonNode advisory, Vulnerabilities found, Position at) {
    var version = advisory.path("findings").path(0).path("version").asString("");
    found.add(
        (advisory.path("module_name").asString("A package") + " " + version).strip(),
        advisory.path("github_advisory_id").asString(advisory.path("id").asString("")),
        advisory.path("severity").asString(""),
        advisory.path("title").asString(""),
        at);
  }

  /// npm 7 and later: `via` holds the advisories of the package itself, and the names of others
  /// that it has its trouble from.
  private static void affected(String name, JsonNode affected, Vulnerabilities found, Position at) {
    var own = false;
    for (var via : affected.path("via")) {
      if (via.isObject()) {
        own = true;
        found.add(
            via.path("name").asString(name) + " " + via.path("range").asString(""),
            id(via),
            via.path("severity").asString(affected.path("severity").asString("")),
            via.path("title").asString(""),
            at);
      }
    }
    if (!own) {
      var from = affected.path("via").path(0).asString("");
      found.add(
          name + " " + affected.path("range").asString(""),
          "",
          affected.path("severity").asString(""),
          from.isEmpty() ? "" : "through " + from,
          at);
    }
  }

  private static String id(JsonNode via) {
    var url = via.path("url").asString("");
    var name = url.substring(url.lastIndexOf('/') + 1);
    return name.isEmpty() ? via.path("source").asString("") : name;
  }
}
