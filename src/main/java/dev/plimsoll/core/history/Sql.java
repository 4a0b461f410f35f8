package dev.plimsoll.core.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Statements of one connection, each prepared once and kept. For whoever holds the connection's
/// lock.
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  /// Makes a value of the row that the cursor stands on.
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  Sql(Connection connection) {
    this.connection = connection;
  }

  /// Runs several statements that are not worth keeping.
  void script(String statements) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(statements);
    }
  }

  /// Runs a statement that gives no rows, or whose rows nobody wants.
  void run(String statement, @Nullable Object... values) throws SQLException {
    with(statement, values, PreparedStatement::execute);
  }

  <T> List<T> list(String query, Row<T> row, @Nullable Object... values) throws SQLException {
    return with(
        query,
        values,
        statement -> {
          var all = new ArrayList<T>();
          try (var rows = statement.executeQuery()) {
            while (rows.next()) {
              all.add(row.read(rows));
            }
          }
          return all;
        });
  }

  <T> Optional<T> first(String query, Row<T> row, @Nullable Object... values) throws SQLException {
    return with(
        query,
        values,
        statement -> {
          try (var rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
          }
        });
  }

  long number(String query, @Nullable Object... values) throws SQLException {
    return first(query, row -> row.getLong(1), values).orElse(0L);
  }

  private interface Use<T> {
    T of(PreparedStatement statement) throws SQLException;
  }

  private <T> T with(String text, @Nullable Object[] values, Use<T> use) throws SQLException {
    var statement = prepared.get(text);
    if (statement == null) {
      statement = connection.prepareStatement(text);
      prepared.put(text, statement);
    }
    try {
      for (var i = 0; i < values.length; i++) {
        bind(statement, i + 1, values[i]);
      }
      return use.of(statement);
    } catch (SQLException e) {
      // the driver has closed some statements that failed, and does not say which
      prepared.remove(text);
      statement.close();
      throw e;
    }
  }

  private static void bind(PreparedStatement statement, int at, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setObject(at, null);
      case String text -> statement.setString(at, text);
      case Long number -> statement.setLong(at, number);
      case Integer number -> statement.setInt(at, number);
      case Boolean flag -> statement.setInt(at, flag ? 1 : 0);
      case byte[] bytes -> statement.setBytes(at, bytes);
      default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  @Override
  public void close() throws SQLException {
    for (var statement : prepared.values()) {
      statement.close();
    }
    connection.close();
  }
}
