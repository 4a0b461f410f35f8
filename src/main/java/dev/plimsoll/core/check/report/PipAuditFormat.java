package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// `pip-audit`: what `pip-audit --format json` writes. It knows no severities. A package that it
/// skipped was not looked at: unless the checklist speaks of `skipped`, that leaves the step open.
final class PipAuditFormat extends VulnerabilityFormat {
  private static final String PACKAGES = "packages";
  private static final String SKIPPED = "skipped";

  PipAuditFormat() {
    super(
        "pip-audit report",
        new Counted(PACKAGES, "package", "packages"),
        List.of(Vulnerabilities.TOTAL, PACKAGES, SKIPPED));
  }

  @Override
  public Reading read(ReportFile file) throws IOException, Malformed {
    var report = file.json();
    // older ones wrote the list alone
    var packages = report.isArray() ? report : report.path("dependencies");
    if (!packages.isArray()) {
      throw file.no("pip-audit report: it has no list 'dependencies'");
    }
    var found = new Vulnerabilities();
    for (var listed : packages) {
      var name = listed.path("name").asString("A package");
      var skipped = listed.path("skip_reason").asString("");
      if (!skipped.isEmpty() || !listed.path("vulns").isArray()) {
        found.count(SKIPPED, 1);
        continue;
      }
      found.count(PACKAGES, 1);
      for (var one : listed.path("vulns")) {
        found.add(
            name + " " + listed.path("version").asString(""),
            one.path("id").asString(""),
            "",
            fixedIn(one),
            Position.of(file.name()));
      }
    }
    return found.reading(figures(), List.of());
  }

  private static String fixedIn(JsonNode vulnerability) {
    var versions = new ArrayList<String>();
    vulnerability.path("fix_versions").forEach(version -> versions.add(version.asString("")));
    return versions.isEmpty()
        ? "no version mends it yet"
        : "mended in " + String.join(", ", versions);
  }

  @Override
  public List<Finding> doubts(Reading reading, Set<String> spoken) {
    var skipped = reading.count(SKIPPED);
    return skipped == 0 || spoken.contains(SKIPPED)
        ? List.of()
        : List.of(
            Finding.error(
                skipped
                    + (skipped == 1 ? " package was" : " packages were")
                    + " skipped, not looked at. Say how many may be: skipped <= "
                    + skipped));
  }
}
