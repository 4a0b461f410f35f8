package dev.plimsoll.core.check.backup;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.BackupStory;
import org.jspecify.annotations.Nullable;

/// Looks whether there is a backup to go back to, and whether it is the one that the log knows.
public final class RestorePointVerb implements VerbDefinition<PointCheck> {
  @Override
  public String word() {
    return "restore-point";
  }

  @Override
  public Class<PointCheck> type() {
    return PointCheck.class;
  }

  @Override
  public @Nullable PointCheck read(Node value, @Nullable Node expect, Findings findings) {
    var reader = new SetReader(word(), findings);
    var expectations = reader.expect(expect, SetReader.numbers("points", "files", "bytes"));
    var name = reader.shortForm(value);
    if (name != null) {
      return new PointCheck(name, null, null, true, expectations);
    }
    var fields = reader.fields(value);
    if (fields == null) {
      return null;
    }
    var set = reader.set(fields);
    var youngerThan = fields.duration("youngerThan");
    var provenWithin = fields.duration("provenWithin");
    var verified = fields.flag("verified", true);
    fields.done();
    return set == null
        ? null
        : new PointCheck(set, youngerThan, provenWithin, verified, expectations);
  }

  @Override
  public Conclusion carryOut(PointCheck verb, StepContext context) {
    var points = StepDesk.of(verb.set(), context).points();
    var story = new BackupStory(context.release().past().backups()).of(verb.set());
    var judgement =
        new PointJudgement(
            verb,
            new Expected(verb.expect(), context.variables()),
            context.workplace().clock().instant());
    return Conclusion.of(
        judgement.judge(points, story), context.variables().resolve(verb.expected()));
  }
}
