package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.EntryLine;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.audit.NotAnEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A row of `audit_entry`.
///
/// @param n its rowid: the order in which entries were appended, over all logs
/// @param log id of its log
record StoredEntry(long n, long log, LogStore.Line line) {
  private static final String AFTER =
      "SELECT rowid, log, seq, entry, hash FROM audit_entry WHERE rowid > ? ORDER BY rowid LIMIT"
          + " 1000";

  interface Each {
    void take(StoredEntry stored, LogEntry entry) throws SQLException;
  }

  /// Gives every entry after the one with this number. One that cannot be read is passed over:
  /// judging it is a verification's business.
  ///
  /// @return the number of the last row, or `n` where there is none
  static long each(Sql sql, long n, Each each) throws SQLException {
    var last = n;
    for (var page = after(sql, last); !page.isEmpty(); page = after(sql, last)) {
      for (var stored : page) {
        var entry = stored.entry();
        if (entry.isPresent()) {
          each.take(stored, entry.get());
        }
      }
      last = page.getLast().n;
    }
    return last;
  }

  private static List<StoredEntry> after(Sql sql, long n) throws SQLException {
    return sql.list(AFTER, StoredEntry::read, n);
  }

  private static StoredEntry read(ResultSet row) throws SQLException {
    return new StoredEntry(
        row.getLong(1),
        row.getLong(2),
        new LogStore.Line(
            row.getLong(3), row.getString(4), HexFormat.of().formatHex(row.getBytes(5))));
  }

  private Optional<LogEntry> entry() {
    try {
      return Optional.of(EntryLine.read(line));
    } catch (NotAnEntry e) {
      return Optional.empty();
    }
  }
}
