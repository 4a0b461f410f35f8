package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.backup.TakeOptions;
import dev.plimsoll.core.backup.act.Acted;
import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.RestorePoint;
import org.jspecify.annotations.Nullable;

/// Takes a backup, verifies it, and lets go what is too old.
public final class BackupVerb implements VerbDefinition<TakeBackup> {
  @Override
  public String word() {
    return "backup";
  }

  @Override
  public Class<TakeBackup> type() {
    return TakeBackup.class;
  }

  @Override
  public @Nullable TakeBackup read(Node value, @Nullable Node expect, Findings findings) {
    var reader = new SetReader(word(), findings);
    var expectations = reader.expect(expect, SetReader.timed("taken", "files", "bytes", "stored"));
    var name = reader.shortForm(value);
    if (name != null) {
      return new TakeBackup(name, false, false, expectations);
    }
    var fields = reader.fields(value);
    if (fields == null) {
      return null;
    }
    var set = reader.set(fields);
    var force = fields.flag("force", false);
    var rehash = fields.flag("rehash", false);
    fields.done();
    return set == null ? null : new TakeBackup(set, force, rehash, expectations);
  }

  @Override
  public Conclusion carryOut(TakeBackup verb, StepContext context) throws InterruptedException {
    var expected = context.variables().resolve(verb.expected());
    var candidate = context.subject().candidate();
    var of = new RestorePoint.Of(candidate.version(), candidate.bound().commit());
    var desk = StepDesk.of(verb.set(), context);
    var acted =
        new Watched<Acted>(context.tap(), context.workplace().timeout())
            .run(desk.takeAndPrune(new TakeOptions(verb.force(), verb.rehash(), of)));
    return Conclusion.of(
        new ActJudgement(new Expected(verb.expect(), context.variables())).of(acted), expected);
  }
}
