package dev.plimsoll.core.check.drift;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Glob;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds the checklists of the project against its repository.
public final class DriftVerb implements VerbDefinition<Drift> {
  @Override
  public String word() {
    return "drift";
  }

  @Override
  public Class<Drift> type() {
    return Drift.class;
  }

  @Override
  public @Nullable Drift read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(expect.at(), "'expect' does not apply to 'drift'.", "Say it under drift.");
    }
    if (value instanceof Node.Scalar flag && flag.text().equals("true")) {
      return new Drift(List.of(), List.of());
    }
    var fields = FieldReader.of(value, "'drift'", findings);
    if (fields == null) {
      return null;
    }
    var drift = new Drift(fields.texts("routes"), fields.texts("ignore"));
    for (var pattern : drift.routes()) {
      var flaw = RepositoryPaths.flaw(pattern);
      if (flaw != null) {
        findings.error(fields.valueAt("routes"), flaw, "Name files inside the repository.");
      }
    }
    for (var pattern : drift.ignore()) {
      var mistake = Glob.mistake(pattern);
      if (mistake != null) {
        findings.error(fields.valueAt("ignore"), mistake, "Correct the pattern.");
      }
    }
    fields.done();
    return drift;
  }

  @Override
  public Conclusion carryOut(Drift verb, StepContext context) throws InterruptedException {
    return Conclusion.of(
        DriftSearch.of(context.subject().root(), verb.routes(), verb.ignore()), verb.expected());
  }
}
