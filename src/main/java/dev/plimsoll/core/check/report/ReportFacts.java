package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.expect.Fact;
import dev.plimsoll.core.model.Finding;
import java.util.List;

/// What was read.
///
/// @param files how many reports matched
/// @param stale those that are older than the program that should have written them, and were not
///   counted
/// @param malformed one finding for each that could not be read
/// @param totals of the others
record ReportFacts(int files, List<String> stale, List<Finding> malformed, TestTotals totals) {
  ReportFacts {
    stale = List.copyOf(stale);
    malformed = List.copyOf(malformed);
  }

  Fact of(String query) {
    return new Fact.Whole(
        switch (query) {
          case "tests" -> totals.tests();
          case "passed" -> totals.passed();
          case "failures" -> totals.failures();
          case "errors" -> totals.errors();
          case "skipped" -> totals.skipped();
          default -> throw new IllegalArgumentException("no such query: " + query);
        });
  }
}
