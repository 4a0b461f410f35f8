package dev.plimsoll.core.check.files;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Finding;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Looks at files.
public final class FilesVerb implements VerbDefinition<FileRules> {
  @Override
  public String word() {
    return "files";
  }

  @Override
  public Class<FileRules> type() {
    return FileRules.class;
  }

  @Override
  public @Nullable FileRules read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(expect.at(), "'expect' does not apply to 'files'.", "Say it under files.");
    }
    return new FileRulesReader(findings).read(value);
  }

  @Override
  public Conclusion carryOut(FileRules verb, StepContext context) throws InterruptedException {
    var place =
        new FilePlace(
            context.subject().root(),
            context.variables()::resolve,
            context.workplace().clock().instant());
    var clauses = new ArrayList<Clause>();
    for (var rule : verb.rules()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      try {
        clauses.add(rule.check(place));
      } catch (InterruptedIOException cancelled) {
        Thread.interrupted();
        throw new InterruptedException();
      } catch (IOException unreadable) {
        clauses.add(
            Clause.unclear(
                "not readable",
                Finding.error(
                    "Cannot tell whether " + rule.words() + ": " + unreadable.getMessage() + ".")));
      }
    }
    return Conclusion.of(Clause.outcome(clauses), context.variables().resolve(verb.expected()));
  }
}
