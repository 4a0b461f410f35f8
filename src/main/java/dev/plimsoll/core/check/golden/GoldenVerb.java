package dev.plimsoll.core.check.golden;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.clause.Clause;
import dev.plimsoll.core.check.jsonpath.JsonPathLimitException;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Holds computed numbers against a reference, and says where the reference comes from. A reference
/// that comes from the thing itself proves nothing, and fails.
public final class GoldenVerb implements VerbDefinition<Golden> {
  private static final long LARGEST = 64L << 20;

  @Override
  public String word() {
    return "golden";
  }

  @Override
  public Class<Golden> type() {
    return Golden.class;
  }

  @Override
  public @Nullable Golden read(Node value, @Nullable Node expect, Findings findings) {
    if (expect != null) {
      findings.error(expect.at(), "'expect' does not apply to 'golden'.", "Say it under golden.");
    }
    return new GoldenReader(findings).read(value);
  }

  @Override
  public Conclusion carryOut(Golden verb, StepContext context) throws InterruptedException {
    var expected = context.variables().resolve(verb.expected());
    try {
      return Conclusion.of(outcome(verb, context), expected);
    } catch (Table.Unreadable unreadable) {
      return Conclusion.of(
          new Outcome.Failed("not comparable", List.of(unreadable.finding())), expected);
    } catch (JsonPathLimitException costly) {
      return Conclusion.of(
          new Outcome.Inconclusive(
              "not comparable", List.of(Finding.error(String.valueOf(costly.getMessage())))),
          expected);
    } catch (IOException unreadable) {
      return Conclusion.of(
          new Outcome.Unavailable(
              "not readable", List.of(Finding.error(String.valueOf(unreadable.getMessage())))),
          expected);
    }
  }

  private static Outcome outcome(Golden verb, StepContext context)
      throws IOException, Table.Unreadable {
    var variables = context.variables();
    var paths = new RepositoryPaths(context.subject().root());
    var name = variables.resolve(verb.file());
    var referenceName = variables.resolve(verb.reference().file());
    var file = paths.inside(name);
    var reference = paths.inside(referenceName);
    for (var path : List.of(file, reference)) {
      if (!Files.isRegularFile(path)) {
        var shown = paths.shown(path);
        return new Outcome.Unavailable(
            "no " + shown,
            List.of(
                Finding.error(
                    shown + " is not there.",
                    Position.of(shown),
                    "Compute it first, or correct the path.")));
      }
    }
    var computed = bytes(file, name);
    var wanted = bytes(reference, referenceName);
    var origin =
        new Origin(context.subject().root(), context.subject().candidate().product(), name)
            .of(verb.reference(), variables::resolve, wanted);
    var clauses = new ArrayList<Clause>();
    clauses.addAll(origin.clauses());
    clauses.add(
        SelfComparison.clause(
            new SelfComparison.Side(name, file, Origin.sha256(computed)),
            new SelfComparison.Side(referenceName, reference, Origin.sha256(wanted))));
    clauses.addAll(
        new Comparison(
                Table.read(name, text(computed), verb.join()),
                Table.read(referenceName, text(wanted), verb.join()))
            .clauses(verb.rules()));
    context
        .tap()
        .keep(
            String.valueOf(file.getFileName()),
            "text/plain; charset=utf-8",
            new ByteArrayInputStream(computed));
    return Clause.outcome(clauses);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Path file, String name) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException(name + " is larger than 64 MiB.");
    }
    return Files.readAllBytes(file);
  }
}
