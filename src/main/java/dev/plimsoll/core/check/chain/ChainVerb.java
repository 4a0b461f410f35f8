package dev.plimsoll.core.check.chain;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.chain.ChainCheck.Target;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import org.jspecify.annotations.Nullable;

/// Verifies an audit chain, holds it against what was kept of it before, and says in the project's
/// log what came out.
public final class ChainVerb implements VerbDefinition<ChainCheck> {
  @Override
  public String word() {
    return "chain";
  }

  @Override
  public Class<ChainCheck> type() {
    return ChainCheck.class;
  }

  @Override
  public @Nullable ChainCheck read(Node value, @Nullable Node expect, Findings findings) {
    return new ChainReader(findings).read(value, expect);
  }

  @Override
  public Conclusion carryOut(ChainCheck verb, StepContext context) throws InterruptedException {
    var variables = context.variables();
    var expected = variables.resolve(verb.expected());
    if (verb.target() instanceof Target.OwnLog) {
      return Conclusion.of(new OwnLogCheck(verb.expect()).carryOut(context), expected);
    }
    var chain = NamedFile.of(verb.target(), context);
    return Conclusion.of(
        verb.alarm() == null
            ? new ForeignCheck(verb, chain, context).carryOut()
            : new AlarmCheck(verb.alarm(), chain, context).carryOut(),
        expected);
  }
}
