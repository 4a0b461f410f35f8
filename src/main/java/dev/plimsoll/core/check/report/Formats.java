package dev.plimsoll.core.check.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// The formats of this version, by the key that names their files; `json` beside them needs paths.
final class Formats {
  static final Map<String, Format> BY_WORD = byWord();

  /// The key of a report whose figures the checklist names itself.
  static final String JSON = "json";

  private Formats() {}

  /// @param totals the paths of a JSON report
  static Format of(String word, Map<String, String> totals) {
    return word.equals(JSON)
        ? JsonFormat.of(totals)
        : Objects.requireNonNull(BY_WORD.get(word), "no such format");
  }

  private static Map<String, Format> byWord() {
    var formats = new LinkedHashMap<String, Format>();
    formats.put("junit", new JUnitFormat());
    formats.put("pytest", new PytestFormat());
    formats.put("coverage", new CoverageFormat());
    formats.put("sarif", new SarifFormat());
    formats.put("cyclonedx", new CycloneDxFormat());
    formats.put("osv", new OsvFormat());
    formats.put("pip-audit", new PipAuditFormat());
    formats.put("npm-audit", new NpmAuditFormat());
    return formats;
  }
}
