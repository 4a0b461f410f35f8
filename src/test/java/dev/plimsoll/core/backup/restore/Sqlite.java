package dev.plimsoll.core.backup.restore;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;

/// Real databases with one table `t(n)`.
final class Sqlite {
  private Sqlite() {}

  static void make(Path file, int rows) throws IOException {
    said(
        file,
        "CREATE TABLE t(n INTEGER)",
        "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n+1 FROM c WHERE n<"
            + rows
            + ") INSERT INTO t SELECT n FROM c");
  }

  static void said(Path file, String... statements) throws IOException {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      for (var each : statements) {
        statement.execute(each);
      }
    } catch (SQLException failed) {
      throw new IOException(failed);
    }
  }

  static long rows(Path file) throws IOException {
    return Long.parseLong(asked(file, "SELECT count(*) FROM t"));
  }

  static Optional<String> fault(Path file) throws IOException {
    var said = asked(file, "PRAGMA integrity_check(1)");
    return said.equals("ok") ? Optional.empty() : Optional.of(said);
  }

  private static String asked(Path file, String query) throws IOException {
    try (var connection =
            DriverManager.getConnection("jdbc:sqlite:file:" + file + "?mode=ro&immutable=1");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    } catch (SQLException damaged) {
      throw new IOException(damaged.getMessage(), damaged);
    }
  }
}
