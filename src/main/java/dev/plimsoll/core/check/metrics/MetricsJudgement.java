package dev.plimsoll.core.check.metrics;

import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds metrics against what there must be and what must hold.
record MetricsJudgement(Exposition now, @Nullable Exposition before) {
  private static final int MOST_NAMED = 20;

  /// The text as a whole: every line is read, and there is one.
  Clause form() {
    if (!now.flaws().isEmpty()) {
      return Clause.broken(now.source() + " is not well formed", now.flaws());
    }
    var count = now.samples().size();
    return count == 0
        ? Clause.broken("no metric", error(now, 0, now.source() + " holds no metric."))
        : Clause.held(count + (count == 1 ? " sample" : " samples"));
  }

  Clause wanted(Metrics.Wanted wanted) {
    var declared = now.type(wanted.name());
    if (wanted.type() != null && !wanted.type().equals(declared)) {
      return broken(
          wanted.name(),
          0,
          declared == null
              ? "No type is declared for " + wanted.name() + "."
              : wanted.name() + " is a " + declared + ", not a " + wanted.type() + ".");
    }
    var samples = now.of(wanted.name(), declared == null ? "untyped" : declared);
    if (samples.isEmpty()) {
      return broken(wanted.name(), 0, "There is no sample of " + wanted.name() + ".");
    }
    if ("histogram".equals(declared)) {
      var isWhole =
          samples.stream().anyMatch(sample -> "+Inf".equals(sample.labels().get("le")))
              && samples.stream().anyMatch(sample -> sample.name().endsWith("_count"))
              && samples.stream().anyMatch(sample -> sample.name().endsWith("_sum"));
      if (!isWhole) {
        return broken(
            wanted.name(),
            samples.getFirst().line(),
            "The histogram " + wanted.name() + " lacks its sum, its count or the bucket +Inf.");
      }
    }
    var findings = new ArrayList<Finding>();
    for (var sample : samples) {
      var missing = new ArrayList<>(wanted.labels());
      missing.removeAll(sample.labels().keySet());
      if (!missing.isEmpty() && findings.size() < MOST_NAMED) {
        findings.add(
            error(
                now,
                sample.line(),
                sample.series() + " lacks the label " + String.join(", ", missing) + "."));
      }
    }
    return findings.isEmpty()
        ? Clause.held(wanted.words())
        : Clause.broken(wanted.name() + " lacks labels", findings);
  }

  /// Every series that is selected must hold; none is never enough.
  Clause threshold(Threshold threshold) {
    var selected = threshold.select(now);
    if (selected.isEmpty()) {
      return broken(
          "no " + threshold.selector(),
          0,
          "No series is selected by " + threshold.selector() + ".");
    }
    if (threshold.of() == Threshold.Of.INCREASE && before != null) {
      return increase(threshold, selected, before);
    }
    if (threshold.of() == Threshold.Of.SUM) {
      var sum = selected.stream().mapToDouble(Sample::value).sum();
      return threshold.limit().holds(sum)
          ? Clause.held("sum(" + threshold.selector() + ") is " + Metrics.number(sum))
          : broken(
              "sum(" + threshold.selector() + ") is " + Metrics.number(sum),
              selected.getFirst().line(),
              "Expected " + threshold.words() + ", saw " + Metrics.number(sum) + ".");
    }
    var findings = new ArrayList<Finding>();
    for (var sample : selected) {
      if (!threshold.limit().holds(sample.value())) {
        findings.add(
            error(
                now,
                sample.line(),
                "Expected "
                    + threshold.words()
                    + ", saw "
                    + sample.series()
                    + " "
                    + Metrics.number(sample.value())
                    + "."));
      }
    }
    return concluded(threshold, selected, findings);
  }

  private static Clause concluded(
      Threshold threshold, List<Sample> selected, List<Finding> findings) {
    if (!findings.isEmpty()) {
      return Clause.broken(
          "not " + threshold.words(), findings.stream().limit(MOST_NAMED).toList());
    }
    return Clause.held(
        selected.size() == 1
            ? threshold.selector() + " is " + Metrics.number(selected.getFirst().value())
            : selected.size() + " series " + threshold.words());
  }

  private Clause increase(Threshold threshold, List<Sample> selected, Exposition earlier) {
    var findings = new ArrayList<Finding>();
    var reset = new ArrayList<Finding>();
    for (var sample : selected) {
      var was =
          earlier.samples().stream()
              .filter(
                  old -> old.name().equals(sample.name()) && old.labels().equals(sample.labels()))
              .mapToDouble(Sample::value)
              .findFirst()
              // a counter begins at 0 when it is counted first
              .orElse(0);
      if (sample.value() < was) {
        reset.add(
            error(
                now,
                sample.line(),
                sample.series() + " is less than in " + earlier.source() + ": it was reset."));
        continue;
      }
      if (was == 0 && threshold.limit().isPercentage()) {
        reset.add(
            error(
                now,
                sample.line(),
                sample.series() + " has no share to grow by: it was 0 or not there before."));
        continue;
      }
      var grown = sample.value() - was;
      var seen = threshold.limit().isPercentage() ? grown / was * 100 : grown;
      if (!threshold.limit().holds(seen)) {
        findings.add(
            error(
                now,
                sample.line(),
                "Expected "
                    + threshold.words()
                    + ", saw "
                    + Metrics.number(was)
                    + " grow to "
                    + Metrics.number(sample.value())
                    + "."));
      }
    }
    if (findings.isEmpty() && !reset.isEmpty()) {
      return new Clause(
          Clause.Verdict.UNCLEAR, "growth cannot be told", List.copyOf(new HashSet<>(reset)));
    }
    return findings.isEmpty()
        ? Clause.held(threshold.words())
        : Clause.broken("not " + threshold.words(), findings.stream().limit(MOST_NAMED).toList());
  }

  private Clause broken(String observed, int line, String sentence) {
    return Clause.broken(observed, error(now, line, sentence));
  }

  private static Finding error(Exposition in, int line, String sentence) {
    return new Finding(Severity.ERROR, sentence, Position.of(in.source(), line), null);
  }
}
