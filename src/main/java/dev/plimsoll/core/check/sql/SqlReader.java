package dev.plimsoll.core.check.sql;

import dev.plimsoll.core.check.expect.ExpectationReader;
import dev.plimsoll.core.check.expect.QueryKind;
import dev.plimsoll.core.check.paths.RepositoryPaths;
import dev.plimsoll.core.checklist.FieldReader;
import dev.plimsoll.core.checklist.Findings;
import dev.plimsoll.core.checklist.Node;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `sql:`. Use it once.
final class SqlReader {
  private static final Pattern READS = Pattern.compile("(?is)\\s*(select|with|values)\\b.*");
  private static final int ROWS = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Findings findings;

  SqlReader(Findings findings) {
    this.findings = findings;
  }

  private static Map<String, QueryKind> queries() {
    var queries = new LinkedHashMap<String, QueryKind>();
    queries.put("value", QueryKind.NODES);
    queries.put("values", QueryKind.NODES);
    queries.put("rows", QueryKind.WHOLE_NUMBER);
    return queries;
  }

  @Nullable SqlQuery read(Node value, @Nullable Node expect) {
    var expectations = new ExpectationReader(queries(), findings).read(expect);
    var fields = FieldReader.of(value, "'sql'", findings);
    if (fields == null) {
      return null;
    }
    var database = database(fields);
    var query = fields.requiredText("query");
    var bare = query.strip();
    var one = bare.endsWith(";") ? bare.substring(0, bare.length() - 1) : bare;
    if (!query.isBlank() && !READS.matcher(one).matches()) {
      findings.error(
          fields.valueAt("query"), "The query does not begin with SELECT.", "Only read here.");
    } else if (one.replaceAll("'[^']*'|\"[^\"]*\"", "").contains(";")) {
      findings.error(
          fields.valueAt("query"), "There are several statements.", "Ask one question a step.");
    }
    var rows = fields.wholeNumber("maxRows", 1, 1_000_000);
    var timeout = fields.duration("timeout");
    fields.done();
    if (expect == null) {
      findings.error(
          fields.at(), "It is not said what must hold.", "Add expect: [value > 0] to the step.");
    }
    return database == null || expectations.isEmpty()
        ? null
        : new SqlQuery(
            database,
            one,
            new SqlQuery.Bounds(rows == null ? ROWS : rows, timeout == null ? PATIENCE : timeout),
            expectations);
  }

  private SqlQuery.@Nullable Database database(FieldReader fields) {
    var file = fields.text("file");
    var url = fields.text("url");
    if ((file == null) == (url == null)) {
      findings.error(
          fields.at(),
          "A database is either a file or an address.",
          "Add file: data/app.db for SQLite, or url: jdbc:...");
      return null;
    }
    if (file != null) {
      var flaw = RepositoryPaths.flaw(file);
      if (flaw != null) {
        findings.error(fields.at("file"), flaw, "Name a path inside the repository.");
      }
      return new SqlQuery.Database(RepositoryPaths.normalised(file), false);
    }
    var address = String.valueOf(url);
    if (address.regionMatches(true, 0, "jdbc:sqlite:", 0, 12)) {
      findings.error(
          fields.valueAt("url"), "A SQLite file is named by its path.", "Write file: data/app.db");
    } else if (!address.startsWith("{") && !address.matches("jdbc:[a-zA-Z0-9]+:.+")) {
      findings.error(
          fields.valueAt("url"), "'url' is no JDBC address.", "Write for example jdbc:duckdb:FILE");
    }
    return new SqlQuery.Database(address, true);
  }
}
