package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.expect.QueryKind;
import dev.plimsoll.core.model.Finding;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One kind of report: how it is read, and what may be asked of it. Immutable, thread-safe.
interface Format {
  /// For a person: `test report`.
  String title();

  /// What `expect` may speak of, and what that gives.
  Map<String, QueryKind> queries();

  /// An expectation, as it could be written.
  default String example() {
    return queries().keySet().iterator().next() + " == 0";
  }

  /// What a report must hold at least one of, or null where to hold nothing is a good sign.
  @Nullable Counted counted();

  /// What must hold unless the checklist speaks of it.
  ///
  /// @param spoken the queries that it speaks of
  List<Expectation> usual(Set<String> spoken);

  /// Facts only; what they mean is judged elsewhere.
  ///
  /// @throws Malformed where the file is no such report
  Reading read(ReportFile file) throws IOException, Malformed;

  /// What was read, in one line.
  String words(Reading reading);

  /// Why the figures that were asked for do not decide.
  default List<Finding> doubts(Reading reading, Set<String> spoken) {
    return List.of();
  }

  /// What is counted.
  ///
  /// @param figure its name among the figures
  record Counted(String figure, String one, String many) {
    String words(long number) {
      return number + " " + (number == 1 ? one : many);
    }
  }
}
