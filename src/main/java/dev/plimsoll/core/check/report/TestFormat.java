package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.Predicate;
import dev.plimsoll.core.check.expect.QueryKind;
import dev.plimsoll.core.model.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What reports of tests have in common: there may be no failure and no error, and there must be
/// tests.
abstract sealed class TestFormat implements Format permits JUnitFormat, PytestFormat {
  static final String TESTS = "tests";
  static final String PASSED = "passed";
  static final String FAILURES = "failures";
  static final String ERRORS = "errors";
  static final String SKIPPED = "skipped";
  static final String FLAKY = "flaky";
  static final String DURATION = "duration";

  private final Map<String, QueryKind> queries = new LinkedHashMap<>();

  TestFormat(String... more) {
    for (var query : List.of(TESTS, PASSED, FAILURES, ERRORS, SKIPPED)) {
      queries.put(query, QueryKind.WHOLE_NUMBER);
    }
    for (var query : more) {
      queries.put(query, QueryKind.WHOLE_NUMBER);
    }
    queries.put(DURATION, QueryKind.TIME);
  }

  @Override
  public String title() {
    return "test report";
  }

  @Override
  public Map<String, QueryKind> queries() {
    return Collections.unmodifiableMap(queries);
  }

  @Override
  public Counted counted() {
    return new Counted(TESTS, "test", "tests");
  }

  @Override
  public List<Expectation> usual(Set<String> spoken) {
    var usual = new ArrayList<Expectation>();
    for (var query : List.of(FAILURES, ERRORS)) {
      if (!spoken.contains(query)) {
        usual.add(new Expectation(query, null, false, false, Predicate.EQUALS, "0"));
      }
    }
    return usual;
  }

  /// Tests that were all left out tested nothing.
  @Override
  public List<Finding> doubts(Reading reading, Set<String> spoken) {
    var tests = reading.count(TESTS);
    return tests == 0
            || reading.count(SKIPPED) < tests
            || spoken.contains(SKIPPED)
            || spoken.contains(PASSED)
        ? List.of()
        : List.of(
            Finding.error(
                "Every test was skipped, so nothing was tested. Run them, or say how many may be:"
                    + " skipped <= "
                    + tests));
  }

  /// `42 tests: 40 passed, 1 failure, 1 skipped`.
  @Override
  public String words(Reading reading) {
    var parts = new ArrayList<String>();
    parts.add(reading.count(PASSED) + " passed");
    part(reading.count(FAILURES), "failure", "failures", parts);
    part(reading.count(ERRORS), "error", "errors", parts);
    part(reading.count(SKIPPED), "skipped", "skipped", parts);
    part(reading.count("xfailed"), "failed as expected", "failed as expected", parts);
    part(reading.count("xpassed"), "passed unexpectedly", "passed unexpectedly", parts);
    return counted().words(reading.count(TESTS)) + ": " + String.join(", ", parts);
  }

  private static void part(long number, String one, String many, List<String> parts) {
    if (number > 0) {
      parts.add(number + " " + (number == 1 ? one : many));
    }
  }
}
