package dev.plimsoll.core.history;

import dev.plimsoll.core.model.Problem;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;

/// One connection, used by one thread at a time. Thread-safe.
final class Database implements AutoCloseable {
  private final Path file;
  private final Sql sql;
  private final ReentrantLock lock = new ReentrantLock(true);

  interface Work<T> {
    T in(Sql sql) throws SQLException;
  }

  Database(Path file, Sql sql) {
    this.file = file;
    this.sql = sql;
  }

  /// @param intent what the person wanted, for a [Problem]: `History not readable`
  <T> T read(String intent, Work<T> work) {
    lock.lock();
    try {
      return work.in(sql);
    } catch (SQLException e) {
      throw SqliteProblems.of(intent, file, e);
    } finally {
      lock.unlock();
    }
  }

  /// Does all of the work or nothing of it, and what it did is on disk when this returns. Waits for
  /// other processes as long as the connection was told to.
  <T> T write(String intent, Work<T> work) {
    lock.lock();
    try {
      sql.run("BEGIN IMMEDIATE");
      return committed(work);
    } catch (SQLException e) {
      throw SqliteProblems.of(intent, file, e);
    } finally {
      lock.unlock();
    }
  }

  private <T> T committed(Work<T> work) throws SQLException {
    var done = false;
    try {
      var value = work.in(sql);
      sql.run("COMMIT");
      done = true;
      return value;
    } finally {
      if (!done) {
        rollBack();
      }
    }
  }

  private void rollBack() {
    try {
      sql.run("ROLLBACK");
    } catch (SQLException e) {
      // SQLite has rolled back by itself (a full disk does that): the failure that led here is the
      // one to tell
      return;
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      sql.close();
    } catch (SQLException e) {
      throw SqliteProblems.of("History not closed", file, e);
    } finally {
      lock.unlock();
    }
  }
}
