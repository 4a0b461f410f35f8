package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import org.jspecify.annotations.Nullable;

/// Proves that a backup restores, in a scratch folder.
public final class DrillVerb implements VerbDefinition<Drill> {
  @Override
  public String word() {
    return "drill";
  }

  @Override
  public Class<Drill> type() {
    return Drill.class;
  }

  @Override
  public @Nullable Drill read(Node value, @Nullable Node expect, Findings findings) {
    var reader = new SetReader(word(), findings);
    var expectations = reader.expect(expect, SetReader.timed("files", "bytes"));
    var name = reader.shortForm(value);
    if (name != null) {
      return new Drill(name, Drill.NEWEST, expectations);
    }
    var fields = reader.fields(value);
    if (fields == null) {
      return null;
    }
    var set = reader.set(fields);
    var point = reader.point(fields);
    fields.done();
    return set == null ? null : new Drill(set, point, expectations);
  }

  @Override
  public Conclusion carryOut(Drill verb, StepContext context) throws InterruptedException {
    var point = context.variables().resolve(verb.point());
    var desk = StepDesk.of(verb.set(), context);
    var acted =
        new Watched<Acted>(context.tap(), context.workplace().timeout())
            .run(desk.drill(point.equals(Drill.NEWEST) ? null : point));
    return Conclusion.of(
        new ActJudgement(new Expected(verb.expect(), context.variables())).of(acted),
        context.variables().resolve(verb.expected()));
  }
}
