package dev.plimsoll.core.check.http.request;

import java.time.Duration;

/// What must have changed on the other side while the requests were sent: it is looked at before
/// and after.
public sealed interface Delta {
  Growth growth();

  /// How long the change may take to show after the last answer.
  Duration within();

  /// For a person: `the chain ops grows by exactly 1`.
  String words();

  /// An audit chain of the project file: whole before and after, the later going on from the
  /// earlier.
  record Chain(String name, Growth growth, Duration within) implements Delta {
    @Override
    public String words() {
      return "the chain " + name + " grows by " + growth;
    }
  }

  /// @param path in the repository or absolute, variables unresolved
  /// @param lines whether lines are counted, else bytes
  record File(String path, boolean lines, Growth growth, Duration within) implements Delta {
    @Override
    public String words() {
      return path
          + " grows by "
          + growth
          + (lines ? " line" : " byte")
          + (growth.by() == 1 ? "" : "s");
    }
  }

  /// @param url where the metrics are read, variables unresolved
  /// @param selector `requests_total{code="200"}`; the sum of what it selects is taken
  record Metric(String url, String selector, Growth growth, Duration within) implements Delta {
    @Override
    public String words() {
      return selector + " grows by " + growth;
    }
  }
}
