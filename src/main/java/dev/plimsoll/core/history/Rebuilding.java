package dev.plimsoll.core.history;

import java.sql.SQLException;
import java.util.List;

/// Makes every table but the logs again, in the order in which entries were appended over all logs.
final class Rebuilding {
  private long count;

  /// @return how many entries were gone through
  long run(Sql sql) throws SQLException {
    for (var table : List.of("step", "run", "release", "record")) {
      sql.run("DELETE FROM " + table);
    }
    SearchIndex.clear(sql);
    var last =
        StoredEntry.each(
            sql,
            0,
            (stored, entry) -> {
              sql.run(SearchIndex.INSERT, stored.n(), SearchWords.of(entry));
              new Projection(sql, stored.log()).take(entry);
              count++;
            });
    SearchIndex.reachTo(sql, last);
    return count;
  }
}
