package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.Predicate;
import dev.plimsoll.core.check.expect.QueryKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `sarif`: SARIF 2.1.0, as linters and scanners write it. Unless the checklist speaks of them,
/// there may be no error and no warning; notes pass.
final class SarifFormat implements Format {
  static final String TOTAL = "total";
  static final String ERRORS = "errors";
  static final String WARNINGS = "warnings";
  static final String NOTES = "notes";
  static final String SUPPRESSED = "suppressed";
  static final String RUNS = "runs";

  @Override
  public String title() {
    return "SARIF report";
  }

  @Override
  public Map<String, QueryKind> queries() {
    var queries = new LinkedHashMap<String, QueryKind>();
    for (var name : List.of(TOTAL, ERRORS, WARNINGS, NOTES, SUPPRESSED, RUNS)) {
      queries.put(name, QueryKind.WHOLE_NUMBER);
    }
    return queries;
  }

  @Override
  public Counted counted() {
    return new Counted(RUNS, "run of a tool", "runs of tools");
  }

  @Override
  public List<Expectation> usual(Set<String> spoken) {
    var usual = new ArrayList<Expectation>();
    for (var name : List.of(ERRORS, WARNINGS)) {
      if (!spoken.contains(name) && !spoken.contains(TOTAL)) {
        usual.add(new Expectation(name, null, false, false, Predicate.EQUALS, "0"));
      }
    }
    return usual;
  }

  @Override
  public Reading read(ReportFile file) throws IOException, Malformed {
    return new SarifReport(file).read();
  }

  @Override
  public String words(Reading reading) {
    var parts = new ArrayList<String>();
    for (var name : List.of(ERRORS, WARNINGS, NOTES)) {
      var number = reading.count(name);
      if (number > 0) {
        parts.add(number + " " + (number == 1 ? name.substring(0, name.length() - 1) : name));
      }
    }
    if (reading.count(SUPPRESSED) > 0) {
      parts.add(reading.count(SUPPRESSED) + " suppressed");
    }
    var total = reading.count(TOTAL);
    return (total == 0 ? "no result" : total + (total == 1 ? " result" : " results"))
        + (parts.isEmpty() ? "" : ": " + String.join(", ", parts));
  }
}
