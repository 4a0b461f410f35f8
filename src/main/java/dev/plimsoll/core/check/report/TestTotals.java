package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Position;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a JUnit report says.
///
/// @param tests all of them: passed, failed, in error and skipped
/// @param failures those whose expectation was not met
/// @param errors those that broke
/// @param skipped those that did not run
/// @param flaky those that passed only when they were tried again
/// @param time what the suites say they took, added up, or null where one does not say it
/// @param broken each failure and error
record TestTotals(
    int tests,
    int failures,
    int errors,
    int skipped,
    int flaky,
    @Nullable Duration time,
    List<Broken> broken) {
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
}
