package dev.plimsoll.core.check.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// `cyclonedx`: a bill of materials in CycloneDX JSON, with the vulnerabilities that it names. One
/// whose analysis says that it does not matter here is counted as `answered`.
final class CycloneDxFormat extends VulnerabilityFormat {
  private static final String COMPONENTS = "components";
  private static final String ANSWERED = "answered";
  private static final Set<String> HARMLESS =
      Set.of("not_affected", "false_positive", "resolved", "resolved_with_pedigree");
  private static final int DEEPEST = 50;

  CycloneDxFormat() {
    super(
        "CycloneDX bill of materials",
        new Counted(COMPONENTS, "component", "components"),
        withSeverities(COMPONENTS, ANSWERED));
  }

  @Override
  public Reading read(ReportFile file) throws IOException, Malformed {
    var bill = file.object("CycloneDX bill of materials");
    if (!bill.path("bomFormat").asString("").equals("CycloneDX")) {
      throw file.no("CycloneDX bill of materials: 'bomFormat' does not say so");
    }
    var found = new Vulnerabilities();
    var names = new HashMap<String, String>();
    components(bill.path(COMPONENTS), names, found, 0);
    for (var vulnerability : bill.path("vulnerabilities")) {
      if (HARMLESS.contains(vulnerability.path("analysis").path("state").asString(""))) {
        found.count(ANSWERED, 1);
      } else {
        found.add(
            subject(vulnerability, names),
            vulnerability.path("id").asString(""),
            severity(vulnerability),
            vulnerability.path("description").asString(""),
            file.at(0));
      }
    }
    return found.reading(figures(), List.of());
  }

  /// Components may hold components.
  private static void components(
      JsonNode list, Map<String, String> names, Vulnerabilities found, int depth) throws Malformed {
    for (var component : list) {
      found.count(COMPONENTS, 1);
      names.put(
          component.path("bom-ref").asString(component.path("purl").asString("")),
          (component.path("name").asString("") + " " + component.path("version").asString(""))
              .strip());
      if (depth < DEEPEST) {
        components(component.path(COMPONENTS), names, found, depth + 1);
      }
    }
  }

  private static String subject(JsonNode vulnerability, Map<String, String> names) {
    var affected = vulnerability.path("affects");
    var first = affected.path(0).path("ref").asString("");
    var name = names.getOrDefault(first, first.isEmpty() ? "A component" : first);
    return affected.size() < 2 ? name : name + " and " + (affected.size() - 1) + " more";
  }

  private static String severity(JsonNode vulnerability) {
    var worst = "";
    for (var rating : vulnerability.path("ratings")) {
      var word = rating.path("severity").asString("");
      worst =
          Vulnerabilities.worse(
              worst,
              Vulnerabilities.severity(word).equals(Vulnerabilities.UNKNOWN)
                  ? Vulnerabilities.ofScore(rating.path("score").asString(""))
                  : word);
    }
    return worst;
  }
}
