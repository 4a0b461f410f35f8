package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// `pytest`: what pytest prints.
final class PytestFormat extends TestFormat {
  PytestFormat() {
    super("xfailed", "xpassed", "deselected", "warnings", FLAKY);
  }

  @Override
  public Reading read(ReportFile file) throws IOException, Malformed {
    var log = new PytestLog(file.name());
    try (var lines = file.lines()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        log.line(line);
      }
    }
    log.end();
    var figures = new LinkedHashMap<String, Figure>();
    var ran = 0L;
    for (var word : List.of(PASSED, "failed", ERRORS, SKIPPED, "xfailed", "xpassed")) {
      ran += log.count(word);
      figures.put(word.equals("failed") ? FAILURES : word, new Figure.Count(log.count(word)));
    }
    figures.put(TESTS, new Figure.Count(ran));
    figures.put("deselected", new Figure.Count(log.count("deselected")));
    figures.put("warnings", new Figure.Count(log.count("warnings")));
    figures.put(FLAKY, new Figure.Count(log.count("rerun")));
    figures.put(DURATION, new Figure.Time(log.took()));
    var named = new ArrayList<Finding>();
    log.broken()
        .forEach(broken ->
            named.add(
                new Finding(
                    Severity.ERROR,
                    broken.name()
                        + " "
                        + broken.how()
                        + (broken.message().isEmpty() ? "." : ": " + broken.message()),
                    broken.at(),
                    null)));
    return new Reading(figures, named, List.of());
  }
}
