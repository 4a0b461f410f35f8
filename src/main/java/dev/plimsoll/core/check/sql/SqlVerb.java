package dev.plimsoll.core.check.sql;

import dev.plimsoll.core.check.Conclusion;
import dev.plimsoll.core.check.Redactor;
import dev.plimsoll.core.check.StepContext;
import dev.plimsoll.core.check.VerbDefinition;
import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Outcome;
import dev.plimsoll.core.model.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Asks a database one question, reading only, and holds the answer against what is expected.
public final class SqlVerb implements VerbDefinition<SqlQuery> {
  @Override
  public String word() {
    return "sql";
  }

  @Override
  public Class<SqlQuery> type() {
    return SqlQuery.class;
  }

  @Override
  public @Nullable SqlQuery read(Node value, @Nullable Node expect, Findings findings) {
    return new SqlReader(findings).read(value, expect);
  }

  @Override
  public Conclusion carryOut(SqlQuery verb, StepContext context) throws InterruptedException {
    var variables = context.variables();
    var redactor = new Redactor(context.workplace().secrets(), Set.of());
    var expect =
        verb.expect().stream()
            .map(each ->
                each.resolved(
                    variables::resolve, text -> Expectation.quoted(variables.resolve(text))))
            .toList();
    var expected =
        redactor.redact(
            new SqlQuery(verb.database(), verb.query(), verb.bounds(), expect).expected());
    try {
      return Conclusion.of(
          new SqlJudgement(expect, redactor::redact).judge(rows(verb, context)), expected);
    } catch (IOException unreadable) {
      var sentence = redactor.redact(String.valueOf(unreadable.getMessage()));
      return Conclusion.of(
          new Outcome.Unavailable(
              "not answered",
              List.of(
                  Finding.error(
                      sentence,
                      Position.of(verb.database().isUrl() ? "" : verb.database().place()),
                      "Correct the database or the query."))),
          expected);
    }
  }

  private static @Nullable SqlRows rows(SqlQuery verb, StepContext context)
      throws IOException, InterruptedException {
    var query = context.variables().resolve(verb.query());
    var limit = context.workplace().timeout();
    Duration timeout =
        verb.bounds().timeout().compareTo(limit) < 0 ? verb.bounds().timeout() : limit;
    try (var database = open(verb.database(), context)) {
      return database.ask(query, verb.bounds().rows(), timeout);
    }
  }

  private static SqlReading open(SqlQuery.Database database, StepContext context)
      throws IOException {
    var place = context.variables().resolve(database.place());
    if (database.isUrl()) {
      return SqlReading.address(place);
    }
    var file = new RepositoryPaths(context.subject().root()).inside(place);
    if (!Files.isRegularFile(file)) {
      throw new IOException(place + " is not there.");
    }
    return SqlReading.file(file, place);
  }
}
