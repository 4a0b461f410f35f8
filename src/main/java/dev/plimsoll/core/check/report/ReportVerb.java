package dev.plimsoll.core.check.report;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import org.jspecify.annotations.Nullable;

/// Adds up what reports say and holds it against what was expected.
public final class ReportVerb implements VerbDefinition<Report> {
  @Override
  public String word() {
    return "report";
  }

  @Override
  public Class<Report> type() {
    return Report.class;
  }

  @Override
  public @Nullable Report read(Node value, @Nullable Node expect, Findings findings) {
    return new ReportReader(findings).read(value, expect);
  }

  @Override
  public Conclusion carryOut(Report verb, StepContext context) throws InterruptedException {
    var variables = context.variables();
    var resolved =
        new Report(
            verb.format(),
            verb.files().stream().map(variables::resolve).toList(),
            verb.atLeast(),
            verb.expect().stream()
                .map(expectation -> expectation.resolved(variables::resolve, variables::resolve))
                .toList(),
            verb.totals());
    var facts = new ReportFiles(context, resolved.how()).read(resolved.files());
    return Conclusion.of(new ReportJudgement(resolved).judge(facts), resolved.expected());
  }
}
