package dev.plimsoll.core.history;

import java.sql.SQLException;

/// Keeps the search up to date a handful of entries at a time: indexing each by itself would cost
/// an append more than everything else it does. What is not indexed yet is a [SearchTail], so that
/// a search finds every entry all the same.
final class SearchIndex {
  /// So many entries of a log are indexed together.
  static final int STRIDE = 64;

  static final String INSERT = "INSERT INTO search (rowid, words) VALUES (?, ?)";

  private SearchIndex() {}

  /// To be called for every entry that is appended, in its transaction.
  static void follow(Sql sql, long seq) throws SQLException {
    if (seq % STRIDE == STRIDE - 1) {
      catchUp(sql);
    }
  }

  /// @return how many entries were indexed or passed over
  static long catchUp(Sql sql) throws SQLException {
    var from = reach(sql);
    var to =
        StoredEntry.each(
            sql, from, (stored, entry) -> sql.run(INSERT, stored.n(), SearchWords.of(entry)));
    reachTo(sql, to);
    return to - from;
  }

  /// The last row that is indexed; every row up to it is.
  static long reach(Sql sql) throws SQLException {
    return sql.number("SELECT n FROM search_reach");
  }

  static void reachTo(Sql sql, long n) throws SQLException {
    sql.run("UPDATE search_reach SET n = ?", n);
  }

  static void clear(Sql sql) throws SQLException {
    sql.run("INSERT INTO search (search) VALUES ('delete-all')");
    reachTo(sql, 0);
  }
}
