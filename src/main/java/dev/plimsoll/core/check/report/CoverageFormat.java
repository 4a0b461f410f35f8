package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.Fact;
import dev.plimsoll.core.check.expect.QueryKind;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// `coverage`: Cobertura XML, JaCoCo XML or the JSON of coverage.py, recognised by what stands in
/// the file.
final class CoverageFormat implements Format {
  static final String LINES = "lines";
  static final String BRANCHES = "branches";
  static final String TOTAL = "total";
  static final String MEASURED = "measured";

  private static final List<String> SHARES =
      List.of(LINES, BRANCHES, TOTAL, "instructions", "methods", "classes");
  private static final int MOST_NAMED = 10;

  @Override
  public String title() {
    return "coverage report";
  }

  @Override
  public Map<String, QueryKind> queries() {
    var queries = new LinkedHashMap<String, QueryKind>();
    SHARES.forEach(name -> queries.put(name, QueryKind.PERCENTAGE));
    queries.put(MEASURED, QueryKind.WHOLE_NUMBER);
    return queries;
  }

  @Override
  public String example() {
    return LINES + " >= 80";
  }

  @Override
  public Counted counted() {
    return new Counted(MEASURED, "measured line", "measured lines");
  }

  @Override
  public List<Expectation> usual(Set<String> spoken) {
    return List.of();
  }

  @Override
  public Reading read(ReportFile file) throws IOException, Malformed {
    var coverage = isJson(file) ? CoveragePyReport.read(file) : CoverageXml.read(file);
    if (!(coverage.figures.get(LINES) instanceof Figure.Share(long covered, long all))) {
      throw new Malformed("It does not say how many lines are covered.", file.at(0));
    }
    for (var figure : coverage.figures.entrySet()) {
      if (figure.getValue() instanceof Figure.Share(long part, long whole) && part > whole) {
        throw new Malformed(
            "It says that " + part + " of " + whole + " " + figure.getKey() + " are covered.",
            file.at(0));
      }
    }
    var figures = new LinkedHashMap<>(coverage.figures);
    figures.put(MEASURED, new Figure.Count(all));
    if (figures.get(BRANCHES) instanceof Figure.Share(long taken, long branches)) {
      figures.put(TOTAL, new Figure.Share(covered + taken, all + branches));
    } else {
      figures.put(TOTAL, new Figure.Share(covered, all));
    }
    return new Reading(figures, worst(coverage), List.of());
  }

  private static boolean isJson(ReportFile file) throws IOException, Malformed {
    try (var bytes = file.open()) {
      for (var next = bytes.read(); next >= 0; next = bytes.read()) {
        // blanks and the three bytes of a byte order mark
        if (next > ' ' && next != 0xEF && next != 0xBB && next != 0xBF) {
          return next != '<';
        }
      }
    }
    throw new Malformed("It is empty.", file.at(0));
  }

  /// The files with most lines that are not covered.
  private static List<Finding> worst(Coverage coverage) {
    var named = new ArrayList<Finding>();
    coverage.files.entrySet().stream()
        .filter(file -> file.getValue().part() < file.getValue().whole())
        .sorted(
            Comparator.<Map.Entry<String, Figure.Share>>comparingLong(
                    file -> file.getValue().part() - file.getValue().whole())
                .thenComparing(Map.Entry::getKey))
        .limit(MOST_NAMED)
        .forEach(file ->
            named.add(
                new Finding(
                    Severity.NOTE,
                    "Covered of " + file.getKey() + ": " + words(file.getValue()) + ".",
                    Position.of(file.getKey()),
                    null)));
    return named;
  }

  private static String words(Figure.Share share) {
    return new Fact.Share(share.part(), share.whole()).words();
  }

  @Override
  public String words(Reading reading) {
    var parts = new ArrayList<String>();
    for (var name : List.of(LINES, BRANCHES)) {
      if (reading.figure(name) instanceof Figure.Share share) {
        parts.add(name + " " + words(share));
      }
    }
    return String.join(", ", parts);
  }
}
