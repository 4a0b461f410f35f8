package dev.plimsoll.core.check.http;

import dev.plimsoll.core.check.expect.Fact;
import dev.plimsoll.core.model.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What the queries about several answers see.
///
/// @param asked how many were to be sent
record AllAnswers(Tally tally, long asked) {

  Fact of(String query) {
    return switch (query) {
      case "failures" -> new Fact.Whole(tally.failed());
      case "rate" -> new Fact.Share(tally.failed(), tally.count());
      default -> {
        var open = query.indexOf("p(") + 2;
        var percent = Double.parseDouble(query.substring(open, query.length() - 1));
        yield new Fact.Time(Duration.ofNanos(tally.percentile(percent) * 1000));
      }
    };
  }

  /// `200 good in 1.2 s, p(50) 4 ms, p(95) 9 ms, p(99) 12 ms`.
  String observed(String took) {
    var failed = tally.failed();
    return (failed == 0
            ? "all " + tally.count() + " good"
            : failed + " of " + tally.count() + " not good (" + statuses() + ")")
        + " in "
        + took
        + ", p(50) "
        + Tried.millis(tally.percentile(50))
        + ", p(95) "
        + Tried.millis(tally.percentile(95))
        + ", p(99) "
        + Tried.millis(tally.percentile(99));
  }

  private String statuses() {
    return tally.byStatus().entrySet().stream()
        .map(each -> each.getValue() + " × " + (each.getKey() == 0 ? "no answer" : each.getKey()))
        .collect(Collectors.joining(", "));
  }

  /// The first of those that were not good, by the number of their request.
  List<Finding> failures() {
    var findings = new ArrayList<Finding>();
    var failures = tally.failures();
    for (var tried : failures) {
      findings.add(
          Weighing.findings(tried, "Request " + tried.number() + " of " + asked + ": ").getFirst());
    }
    var rest = tally.failed() - failures.size();
    if (rest > 0) {
      findings.add(Finding.note("And " + rest + " more."));
    }
    return findings;
  }
}
