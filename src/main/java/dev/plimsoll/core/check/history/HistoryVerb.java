package dev.plimsoll.core.check.history;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.PastRuns;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Nearest;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Looks whether something was walked or released before.
public final class HistoryVerb implements VerbDefinition<Earlier> {
  private static final List<String> OUTCOMES =
      List.of("READY", "RELEASED", "RELEASED_WITH_EXCEPTIONS", "ROLLED_BACK", "ABORTED");

  @Override
  public String word() {
    return "history";
  }

  @Override
  public Class<Earlier> type() {
    return Earlier.class;
  }

  @Override
  public @Nullable Earlier read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(expect.at(), "'expect' does not apply to 'history'.", "Say it under history.");
    }
    var fields = FieldReader.of(value, "'history'", findings);
    if (fields == null) {
      return null;
    }
    var checklist = fields.text("checklist");
    var records = records(fields, findings);
    var version = fields.text("version");
    var passedOnly = fields.word("decision", Map.of("go", true, "any", false));
    var notOlderThan = fields.duration("notOlderThan");
    fields.done();
    if ((checklist == null) != fields.has("record")) {
      findings.error(
          fields.at(),
          "'history' asks either for a run of a checklist or for a record.",
          "Say checklist: ID, or record: RELEASED.");
      return null;
    }
    if (version != null) {
      var mistake = Glob.mistake(version.replaceAll("\\{[A-Za-z][A-Za-z0-9_.-]*\\}", "x"));
      if (mistake != null) {
        findings.error(fields.valueAt("version"), mistake, "Correct the pattern.");
      }
    }
    if (checklist == null && passedOnly != null) {
      findings.error(
          fields.at("decision"), "'decision' is about a run.", "Name the outcome under record.");
    }
    return new Earlier(checklist, records, version, passedOnly == null || passedOnly, notOlderThan);
  }

  private static List<String> records(FieldReader fields, Findings findings) {
    var records = new ArrayList<String>();
    if (fields.node("record") instanceof Node.Scalar flag && flag.text().equals("true")) {
      return records;
    }
    for (var word : fields.texts("record")) {
      if (!OUTCOMES.contains(word)) {
        findings.error(
            fields.valueAt("record"),
            "'record' cannot be " + word + ".",
            Nearest.hint(word, OUTCOMES));
      }
      records.add(word);
    }
    return records;
  }

  @Override
  public Conclusion carryOut(Earlier verb, StepContext context) {
    var version =
        verb.version() == null ? null : Glob.of(context.variables().resolve(verb.version()));
    PastRuns past = context.release().past();
    var judgement = new EarlierJudgement(verb, version, context.workplace().clock().instant());
    return Conclusion.of(
        verb.checklist() == null ? judgement.records(past.records()) : judgement.runs(past.runs()),
        context.variables().resolve(verb.expected()));
  }
}
