package dev.plimsoll.core.check.container;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Looks at Dockerfiles, compose files, services and images.
public final class ContainerVerb implements VerbDefinition<ContainerRules> {
  @Override
  public String word() {
    return "container";
  }

  @Override
  public Class<ContainerRules> type() {
    return ContainerRules.class;
  }

  @Override
  public @Nullable ContainerRules read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(
          expect.at(), "'expect' does not apply to 'container'.", "Say it under container.");
    }
    return new ContainerRulesReader(findings).read(value);
  }

  @Override
  public Conclusion carryOut(ContainerRules verb, StepContext context) throws InterruptedException {
    var clauses = new ArrayList<Clause>();
    for (var rule : verb.rules()) {
      clauses.addAll(rule.check(context));
    }
    return Conclusion.of(Clause.outcome(clauses), context.variables().resolve(verb.expected()));
  }
}
