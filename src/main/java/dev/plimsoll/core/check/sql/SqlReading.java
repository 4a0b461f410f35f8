package dev.plimsoll.core.check.sql;

import dev.plimsoll.core.check.json.JsonValue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/// Asks a database one question, reading only. Use it once.
///
/// SQLite files are opened so that they cannot be written; other databases are asked for a
/// connection that only reads, and whatever happened on it is rolled back.
final class SqlReading implements AutoCloseable {
  private static final int LONGEST_TEXT = 1 << 16;

  private final Connection connection;

  private SqlReading(Connection connection) {
    this.connection = connection;
  }

  /// @throws IOException with a sentence
  static SqlReading file(Path file, String name) throws IOException {
    try {
      var config = new SQLiteConfig();
      config.setReadOnly(true);
      return new SqlReading(config.createConnection("jdbc:sqlite:" + file.toUri() + "?mode=ro"));
    } catch (SQLException broken) {
      throw new IOException(name + " cannot be opened: " + said(broken) + ".", broken);
    }
  }

  /// @throws IOException with a sentence that does not quote the address
  static SqlReading address(String url) throws IOException {
    var parts = url.split(":", 3);
    if (parts.length < 3 || !parts[0].equals("jdbc") || !parts[1].matches("[a-zA-Z0-9]+")) {
      throw new IOException("The address is no JDBC address (jdbc:...).");
    }
    var product = parts[1];
    if (product.equalsIgnoreCase("sqlite")) {
      // by its address it would be opened to be written, and made where it is not there
      throw new IOException("A SQLite file is named by its path, under file.");
    }
    try {
      DriverManager.getDriver(url);
    } catch (SQLException none) {
      throw new IOException(
          "There is no driver for '" + product + "' databases on the class path.", none);
    }
    try {
      var connection = DriverManager.getConnection(url, new Properties());
      try {
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
      } catch (SQLException notReadOnly) {
        connection.close();
        throw notReadOnly;
      }
      return new SqlReading(connection);
    } catch (SQLException refused) {
      throw new IOException("The " + product + " database cannot be reached.", refused);
    }
  }

  /// @return null where it took longer than `timeout`, and was stopped
  /// @throws IOException with a sentence
  @Nullable SqlRows ask(String query, int mostRows, Duration timeout)
      throws IOException, InterruptedException {
    try (var statement = connection.createStatement()) {
      var task = new FutureTask<SqlRows>(() -> rows(statement, query, mostRows));
      var worker = Thread.ofVirtual().start(task);
      try {
        return task.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException late) {
        return null;
      } finally {
        if (worker.isAlive()) {
          statement.cancel();
          worker.join();
        }
      }
    } catch (ExecutionException failed) {
      throw new IOException(
          "The query cannot be answered: " + said(failed.getCause()) + ".", failed);
    } catch (SQLException failed) {
      throw new IOException("The query cannot be answered: " + said(failed) + ".", failed);
    }
  }

  private static SqlRows rows(Statement statement, String query, int most) throws SQLException {
    var values = new ArrayList<JsonValue>();
    try (var rows = statement.executeQuery(query)) {
      while (rows.next()) {
        if (values.size() == most) {
          return new SqlRows(most, false, values);
        }
        values.add(value(rows.getObject(1), values.size() + 1));
      }
    }
    return new SqlRows(values.size(), true, values);
  }

  private static JsonValue value(@Nullable Object value, int row) {
    return switch (value) {
      case null -> new JsonValue.Nothing(row);
      case Boolean truth -> new JsonValue.Truth(truth, row);
      case Double number when !Double.isFinite(number) ->
          new JsonValue.Text(number.toString(), row);
      case Number number -> new JsonValue.Number(new BigDecimal(number.toString()), row);
      case byte[] bytes -> new JsonValue.Text(bytes.length + " bytes", row);
      default -> {
        var text = value.toString();
        yield new JsonValue.Text(
            text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT), row);
      }
    };
  }

  private static String said(@Nullable Throwable failed) {
    var message = failed == null ? "" : String.valueOf(failed.getMessage());
    var line = message.lines().findFirst().orElse("");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }

  @Override
  public void close() throws IOException {
    try (connection) {
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
    } catch (SQLException broken) {
      throw new IOException("The database cannot be closed: " + said(broken) + ".", broken);
    }
  }
}
