package dev.plimsoll.core.check.metrics;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import dev.plimsoll.core.model.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds what a service says about itself against what it must say, and looks for alerts.
public final class MetricsVerb implements VerbDefinition<Metrics> {
  @Override
  public String word() {
    return "metrics";
  }

  @Override
  public Class<Metrics> type() {
    return Metrics.class;
  }

  @Override
  public @Nullable Metrics read(Node value, @Nullable Node expect, Findings findings) {
    return new MetricsReader(findings).read(value, expect);
  }

  @Override
  public Conclusion carryOut(Metrics verb, StepContext context) throws InterruptedException {
    var expected = context.variables().resolve(verb.expected());
    try {
      return Conclusion.of(Clause.outcome(clauses(verb, context)), expected);
    } catch (IOException unreadable) {
      var redactor = new Redactor(context.workplace().secrets(), Set.of());
      var sentence = redactor.redact(String.valueOf(unreadable.getMessage()));
      return Conclusion.of(
          new Outcome.Unavailable(
              "not readable",
              List.of(
                  new Finding(
                      Severity.ERROR,
                      sentence,
                      null,
                      "Start what is asked, or correct the path or the address."))),
          expected);
    }
  }

  private static List<Clause> clauses(Metrics verb, StepContext context)
      throws IOException, InterruptedException {
    var clauses = new ArrayList<Clause>();
    var variables = context.variables();
    var source = new MetricsSource(context.subject().root());
    var redactor = new Redactor(context.workplace().secrets(), Set.of());
    if (verb.source() != null) {
      var place = variables.resolve(verb.source().place());
      var text =
          verb.source().isUrl()
              ? source.address(place, shorter(verb.source().timeout(), context))
              : source.file(place);
      keep(text, context);
      var baseline = verb.baseline() == null ? null : variables.resolve(verb.baseline());
      var before = baseline == null ? null : Exposition.parse(baseline, source.file(baseline));
      if (before != null && !before.flaws().isEmpty()) {
        clauses.add(Clause.broken(baseline + " is not well formed", before.flaws()));
      } else if (before != null && before.samples().isEmpty()) {
        clauses.add(
            Clause.broken(
                "no metric before",
                Finding.error(
                    baseline + " holds no metric.",
                    Position.of(before.source()),
                    "Keep the metrics of the earlier state in it.")));
      }
      var judgement = new MetricsJudgement(Exposition.parse(redactor.redact(place), text), before);
      clauses.add(judgement.form());
      verb.wanted().forEach(wanted -> clauses.add(judgement.wanted(wanted)));
      for (var written : verb.thresholds()) {
        var threshold = Threshold.parse(variables.resolve(written));
        clauses.add(
            threshold == null
                ? Clause.unclear(
                    "no threshold",
                    Finding.error("'" + variables.resolve(written) + "' is no threshold."))
                : judgement.threshold(threshold));
      }
    }
    if (verb.alerts() != null) {
      var file = variables.resolve(verb.alerts().file());
      clauses.addAll(
          new AlertRules(verb.alerts())
              .clauses(file, source.file(file).getBytes(StandardCharsets.UTF_8)));
    }
    return clauses;
  }

  private static Duration shorter(Duration timeout, StepContext context) {
    var limit = context.workplace().timeout();
    return timeout.compareTo(limit) < 0 ? timeout : limit;
  }

  private static void keep(String text, StepContext context) throws IOException {
    context
        .tap()
        .keep(
            "metrics.txt",
            "text/plain; charset=utf-8",
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
