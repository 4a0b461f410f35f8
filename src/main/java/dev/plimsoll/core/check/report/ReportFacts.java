package dev.plimsoll.core.check.report;

import dev.plimsoll.core.model.Finding;
import java.util.List;

/// What was read.
///
/// @param files how many reports matched
/// @param stale those that are older than the program that should have written them, and were not
///   counted
/// @param malformed one finding for each that could not be read
/// @param reading of the others
record ReportFacts(int files, List<String> stale, List<Finding> malformed, Reading reading) {
  ReportFacts {
    stale = List.copyOf(stale);
    malformed = List.copyOf(malformed);
  }

  boolean areWhole() {
    return malformed.isEmpty() && stale.isEmpty();
  }
}
