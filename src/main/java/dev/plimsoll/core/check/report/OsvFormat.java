package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Position;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// `osv`: the JSON of osv-scanner. It lists the packages in which it found something, so an empty
/// list is a good sign. What is known under several names is counted once.
final class OsvFormat extends VulnerabilityFormat {
  private static final String PACKAGES = "packages";

  OsvFormat() {
    super("OSV report", null, withSeverities(PACKAGES));
  }

  @Override
  public Reading read(ReportFile file) throws IOException, Malformed {
    var report = file.object("OSV report");
    if (!report.path("results").isArray()) {
      throw file.no("OSV report: it has no list 'results'");
    }
    var found = new Vulnerabilities();
    for (var scanned : report.path("results")) {
      var source = Text.path(scanned.path("source").path("path").asString(""), file.root());
      var at = source == null ? file.at(0) : Position.of(source);
      for (var listed : scanned.path(PACKAGES)) {
        found.count(PACKAGES, 1);
        vulnerable(listed, found, at);
      }
    }
    return found.reading(figures(), List.of());
  }

  private static void vulnerable(JsonNode listed, Vulnerabilities found, Position at) {
    var about = listed.path("package");
    var subject =
        (about.path("name").asString("A package") + " " + about.path("version").asString(""))
            .strip();
    var byId = new HashMap<String, JsonNode>();
    listed.path("vulnerabilities").forEach(one -> byId.put(one.path("id").asString(""), one));
    var told = new HashSet<String>();
    for (var group : listed.path("groups")) {
      var ids = group.path("ids");
      var id = ids.path(0).asString("");
      ids.forEach(each -> told.add(each.asString("")));
      var score = Vulnerabilities.ofScore(group.path("max_severity").asString(""));
      var severity = score;
      var title = "";
      for (var each : ids) {
        var one = byId.get(each.asString(""));
        if (one != null) {
          severity = score.isEmpty() ? Vulnerabilities.worse(severity, word(one)) : score;
          title = title.isEmpty() ? one.path("summary").asString("") : title;
        }
      }
      found.add(subject, id, severity, title, at);
    }
    byId.forEach((id, one) -> {
      if (!told.contains(id)) {
        found.add(subject, id, word(one), one.path("summary").asString(""), at);
      }
    });
  }

  private static String word(JsonNode vulnerability) {
    return vulnerability.path("database_specific").path("severity").asString("");
  }
}
