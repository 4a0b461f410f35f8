package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One log in the history: appending an entry and bringing the tables up to date is one
/// transaction.
final class SqliteLog implements LogStore {
  private static final String NOT_RECORDED = "Entry not recorded";
  private static final String HEAD =
      "SELECT seq, hash FROM audit_entry WHERE log = ? ORDER BY seq DESC LIMIT 1";
  private static final String READ =
      "SELECT seq, entry, hash FROM audit_entry WHERE log = ? AND seq >= ? ORDER BY seq LIMIT ?";
  private static final String GIVEN_UP =
      "SELECT 1 FROM log old JOIN log newer ON newer.project = old.project AND newer.epoch >"
          + " old.epoch WHERE old.id = ?";
  private static final String APPEND =
      "INSERT INTO audit_entry (log, seq, entry, hash) VALUES (?, ?, ?, ?)";

  private final HistoryFile file;
  private final @Nullable Object identity;
  private final @Nullable Database writer;
  private final Database reader;
  private final long log;

  SqliteLog(HistoryFile file, @Nullable Database writer, Database reader, long log) {
    this.file = file;
    this.identity = identity(file);
    this.writer = writer;
    this.reader = reader;
    this.log = log;
  }

  @Override
  public LogEntry append(Function<Head, LogEntry> made) {
    if (writer == null) {
      throw HistoryStore.readOnlyHere(file.path());
    }
    return writer.write(NOT_RECORDED, sql -> append(sql, made));
  }

  private LogEntry append(Sql sql, Function<Head, LogEntry> made) throws SQLException {
    refuseExchangedFile();
    refuseGivenUp(sql);
    var entry = made.apply(head(sql));
    sql.run(APPEND, log, entry.seq(), entry.line(), HexFormat.of().parseHex(entry.hash()));
    new Projection(sql, log).take(entry);
    SearchIndex.follow(sql, entry.seq());
    return entry;
  }

  private void refuseGivenUp(Sql sql) throws SQLException {
    if (sql.first(GIVEN_UP, row -> row.getLong(1), log).isPresent()) {
      throw Problem.of(
          NOT_RECORDED,
          "This log was given up: another log was begun in its place.",
          "Close Plimsoll and open it again to go on with the new one.");
    }
  }

  private void refuseExchangedFile() {
    var now = identity(file);
    if (identity != null && !identity.equals(now)) {
      throw Problem.of(
          NOT_RECORDED,
          "The history " + file.path() + " was moved away, deleted or replaced while it was open.",
          "Close Plimsoll, see that the right file is in its place, and start again; nothing was"
              + " changed.");
    }
  }

  private static @Nullable Object identity(HistoryFile file) {
    try {
      return file.identity();
    } catch (IOException e) {
      // no such file any more: nothing is equal to that
      return null;
    }
  }

  @Override
  public Head head() {
    return reader.read("Audit log not readable", this::head);
  }

  private Head head(Sql sql) throws SQLException {
    return sql.first(
            HEAD,
            row -> new Head(row.getLong(1) + 1, HexFormat.of().formatHex(row.getBytes(2))),
            log)
        .orElse(Head.EMPTY);
  }

  @Override
  public List<Line> read(long from, int limit) {
    return reader.read(
        "Audit log not readable", sql -> sql.list(READ, SqliteLog::line, log, from, limit));
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(row.getLong(1), row.getString(2), HexFormat.of().formatHex(row.getBytes(3)));
  }
}
