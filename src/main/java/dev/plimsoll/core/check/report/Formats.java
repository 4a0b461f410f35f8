package dev.plimsoll.core.check.report;

import java.util.LinkedHashMap;
import java.util.Map;

/// The formats of this version, by the key that names their files.
final class Formats {
  static final Map<String, Format> BY_WORD = byWord();

  private Formats() {}

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
