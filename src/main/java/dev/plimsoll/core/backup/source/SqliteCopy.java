package dev.plimsoll.core.backup.source;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// A copy of an SQLite database by SQLite itself, while programs write to it: one whole state, with
/// every transaction that was committed when it began. The one class of this part that speaks SQL.
/// Stateless; every method may be interrupted.
public final class SqliteCopy {
  /// How long a database that is locked by a writer is waited for.
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final byte[] HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  private final Duration patience;

  public SqliteCopy() {
    this(PATIENCE);
  }

  public SqliteCopy(Duration patience) {
    this.patience = patience;
  }

  /// Whether a file begins as SQLite's do.
  static boolean isOne(byte[] beginning) {
    return beginning.length >= HEADER.length
        && Arrays.equals(beginning, 0, HEADER.length, HEADER, 0, HEADER.length);
  }

  /// Copies a database into a file that does not exist yet, and checks the copy.
  ///
  /// @param name of the database for a person
  /// @throws dev.plimsoll.core.model.Problem where it is locked for too long, is damaged or cannot
  ///   be copied
  public void copy(Path database, String name, Path into) throws InterruptedException {
    try {
      var mode =
          writable(
              database,
              statement -> {
                vacuum(statement, into);
                return text(statement, "PRAGMA journal_mode");
              });
      if (mode.equals("wal")) {
        // a copy is made without; the program that opens it again is to find what it chose
        writable(into, statement -> text(statement, "PRAGMA journal_mode=wal"));
      }
    } catch (SQLException failed) {
      throw notCopied(name, failed);
    }
    var wrong = integrity(into);
    if (wrong != null) {
      throw NotTaken.because(
          name + " is damaged: " + wrong + ".",
          "Mend it, or restore it from an earlier backup, before another one is taken.");
    }
  }

  /// What is wrong with a database by `integrity_check`, or null where nothing is. The file is
  /// opened so that nothing can write to it.
  public @Nullable String integrity(Path database) throws InterruptedException {
    try {
      var said = reading(database, statement -> text(statement, "PRAGMA integrity_check(5)"));
      return said.equals("ok") ? null : said;
    } catch (SQLException failed) {
      return said(failed);
    }
  }

  /// Rows of tables, by table.
  ///
  /// @throws dev.plimsoll.core.model.Problem where a table is not there or cannot be read
  public SortedMap<String, Long> rows(Path database, String name, Collection<String> tables)
      throws InterruptedException {
    try {
      return reading(
          database,
          statement -> {
            var rows = new TreeMap<String, Long>();
            for (var table : tables) {
              var quoted = "\"" + table.replace("\"", "\"\"") + "\"";
              rows.put(table, Long.valueOf(text(statement, "SELECT COUNT(*) FROM " + quoted)));
            }
            return rows;
          });
    } catch (SQLException failed) {
      throw NotTaken.because(
          "The rows of " + name + " cannot be counted: " + said(failed) + ".",
          "Correct the tables under rows: of the set.");
    }
  }

  /// One state of the database in a new file. A database of parts that this driver does not have (a
  /// module, a collation) is copied page by page in one step.
  private static void vacuum(Statement statement, Path into) throws SQLException {
    var file = "'" + into.toString().replace("'", "''") + "'";
    try {
      statement.executeUpdate("VACUUM INTO " + file);
    } catch (SQLException refused) {
      if (!String.valueOf(refused.getMessage()).contains("no such ")) {
        throw refused;
      }
      statement.executeUpdate("backup to " + file);
    }
  }

  private interface Asked<T> {
    T of(Statement statement) throws SQLException;
  }

  /// A connection as any program's: it waits for its turn, and sees what is in the write-ahead log.
  private <T> T writable(Path database, Asked<T> asked) throws SQLException, InterruptedException {
    return asked("jdbc:sqlite:" + database.toUri() + "?mode=rw", new SQLiteConfig(), asked);
  }

  private <T> T reading(Path database, Asked<T> asked) throws SQLException, InterruptedException {
    var config = new SQLiteConfig();
    config.setReadOnly(true);
    return asked("jdbc:sqlite:" + database.toUri() + "?mode=ro&immutable=1", config, asked);
  }

  private <T> T asked(String url, SQLiteConfig config, Asked<T> asked)
      throws SQLException, InterruptedException {
    config.setBusyTimeout((int) patience.toMillis());
    try (Connection connection = config.createConnection(url);
        Statement statement = connection.createStatement()) {
      var task = new FutureTask<T>(() -> asked.of(statement));
      var worker = Thread.ofPlatform().daemon().name("sqlite").start(task);
      try {
        return task.get();
      } catch (InterruptedException stopped) {
        statement.cancel();
        throw stopped;
      } catch (ExecutionException failed) {
        switch (failed.getCause()) {
          case SQLException sql -> throw sql;
          case RuntimeException other -> throw other;
          case null, default -> throw new SQLException("it cannot be read", failed);
        }
      } finally {
        join(worker);
      }
    }
  }

  /// The statement may not be closed under it.
  private static void join(Thread worker) throws InterruptedException {
    worker.join(Duration.ofMinutes(1));
  }

  private static String text(Statement statement, String query) throws SQLException {
    try (var rows = statement.executeQuery(query)) {
      return rows.next() ? String.valueOf(rows.getString(1)) : "";
    }
  }

  private static RuntimeException notCopied(String name, SQLException failed) {
    var busy =
        failed instanceof SQLiteException known
            && (known.getResultCode() == SQLiteErrorCode.SQLITE_BUSY
                || known.getResultCode() == SQLiteErrorCode.SQLITE_LOCKED);
    if (busy) {
      return NotTaken.because(
          name + " was locked by another program all the time.",
          "Wait until its long transaction has ended, or stop that program, then take the backup"
              + " again.");
    }
    return NotTaken.because(
        name + " cannot be copied: " + said(failed) + ".",
        "See that it is a whole SQLite database and that there is room, then take the backup"
            + " again.");
  }

  /// What SQLite said, in one line.
  private static String said(SQLException failed) {
    var line = String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
  }
}
