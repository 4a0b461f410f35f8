package dev.plimsoll.core.check.sql;

import dev.plimsoll.core.check.expect.Expectation;
import dev.plimsoll.core.model.Verb;
import dev.plimsoll.core.model.VerbKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// The verb `sql`.
///
/// @param database where it is asked
/// @param query one statement that reads, variables unresolved
/// @param bounds how much is read, and how long
/// @param expect what must hold of `value`, `values` and `rows`; never empty
public record SqlQuery(Database database, String query, Bounds bounds, List<Expectation> expect)
    implements Verb {
  public SqlQuery {
    expect = List.copyOf(expect);
  }

  /// @param place a SQLite file of the repository, or an address where `isUrl`
  public record Database(String place, boolean isUrl) {}

  public record Bounds(int rows, Duration timeout) {}

  @Override
  public String word() {
    return "sql";
  }

  @Override
  public VerbKind kind() {
    return VerbKind.CHECK;
  }

  @Override
  public String expected() {
    return expect.stream().map(Expectation::toString).collect(Collectors.joining("; "));
  }

  @Override
  public List<String> describe() {
    return List.of(
        "asks "
            + (database.isUrl() ? "a database" : database.place())
            + ", reading only: "
            + query);
  }
}
