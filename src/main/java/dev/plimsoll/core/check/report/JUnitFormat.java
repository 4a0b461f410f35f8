package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Severity;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;

/// `junit`: JUnit XML.
final class JUnitFormat extends TestFormat {
  JUnitFormat() {
    super(FLAKY);
  }

  @Override
  public Reading read(ReportFile file) throws IOException, Malformed {
    TestTotals totals;
    try (var bytes = file.open()) {
      totals = new JUnitReport(file.name()).read(bytes);
    }
    var figures = new LinkedHashMap<String, Figure>();
    figures.put(TESTS, new Figure.Count(totals.tests()));
    figures.put(PASSED, new Figure.Count(totals.passed()));
    figures.put(FAILURES, new Figure.Count(totals.failures()));
    figures.put(ERRORS, new Figure.Count(totals.errors()));
    figures.put(SKIPPED, new Figure.Count(totals.skipped()));
    figures.put(FLAKY, new Figure.Count(totals.flaky()));
    if (totals.time() != null) {
      figures.put(DURATION, new Figure.Time(totals.time()));
    }
    return new Reading(
        figures, totals.broken().stream().map(JUnitFormat::finding).toList(), List.of());
  }

  private static Finding finding(TestTotals.Broken broken) {
    var said = broken.message().isEmpty() ? "." : ": " + broken.message();
    return new Finding(
        Severity.ERROR, broken.name() + " " + broken.how() + said, broken.at(), null);
  }
}
