package dev.plimsoll.core.history;

import java.sql.SQLException;

/// The newest entries, which the index does not have yet, indexed in the memory of one connection.
/// Used under the connection's lock.
final class SearchTail {
  private static final String MAKE =
      "CREATE VIRTUAL TABLE temp.search_tail USING fts5 (words, content = '', columnsize = 0,"
          + " tokenize = 'unicode61 remove_diacritics 2')";

  private boolean made;
  private long from;
  private long to;

  /// Brings it up to date.
  ///
  /// @return the last row that is in the index: the tail has everything after it
  long follow(Sql sql) throws SQLException {
    if (!made) {
      sql.script("PRAGMA temp_store = MEMORY");
      sql.script(MAKE);
      made = true;
    }
    var reach = SearchIndex.reach(sql);
    if (reach != from) {
      sql.run("INSERT INTO search_tail (search_tail) VALUES ('delete-all')");
      from = reach;
      to = reach;
    }
    to =
        StoredEntry.each(
            sql,
            to,
            (stored, entry) ->
                sql.run(
                    "INSERT INTO search_tail (rowid, words) VALUES (?, ?)",
                    stored.n(),
                    SearchWords.of(entry)));
    return reach;
  }
}
