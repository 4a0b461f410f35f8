package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Position;
import java.util.ArrayList;
import java.util.List;

/// What test reports say, added up.
///
/// @param tests all of them: passed, failed, in error and skipped
/// @param failures those whose expectation was not met
/// @param errors those that broke
/// @param skipped those that did not run
/// @param flaky those that passed only when they were tried again
/// @param broken each failure and error
record TestTotals(
    int tests, int failures, int errors, int skipped, int flaky, List<Broken> broken) {
  static final TestTotals NONE = new TestTotals(0, 0, 0, 0, 0, List.of());

  TestTotals {
    broken = List.copyOf(broken);
  }

  /// @param name class and test
  /// @param how `failed` or `broke`
  /// @param message the first line of what it said, possibly empty
  record Broken(String name, String how, String message, Position at) {}

  int passed() {
    return tests - failures - errors - skipped;
  }

  TestTotals plus(TestTotals other) {
    var all = new ArrayList<>(broken);
    all.addAll(other.broken);
    return new TestTotals(
        tests + other.tests,
        failures + other.failures,
        errors + other.errors,
        skipped + other.skipped,
        flaky + other.flaky,
        all);
  }

  /// `42 tests: 40 passed, 1 failure, 1 skipped`.
  String words() {
    var parts = new ArrayList<String>();
    parts.add(passed() + " passed");
    if (failures > 0) {
      parts.add(failures + (failures == 1 ? " failure" : " failures"));
    }
    if (errors > 0) {
      parts.add(errors + (errors == 1 ? " error" : " errors"));
    }
    if (skipped > 0) {
      parts.add(skipped + " skipped");
    }
    return tests + (tests == 1 ? " test: " : " tests: ") + String.join(", ", parts);
  }
}
