package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.EntryLine;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.audit.NotAnEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Finds entries by their words, newest first.
final class Search {
  private static final String FIND_TAIL =
      "SELECT rowid FROM search_tail WHERE search_tail MATCH ? AND rowid < ? ORDER BY rowid DESC"
          + " LIMIT ?";
  private static final String FIND =
      "SELECT rowid FROM search WHERE search MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?";
  private static final String COUNT_TAIL =
      "SELECT count(*) FROM search_tail WHERE search_tail MATCH ?";
  private static final String COUNT =
      "SELECT count(*) FROM (SELECT rowid FROM search WHERE search MATCH ? AND rowid <= ? LIMIT "
          + (CappedCount.CAP + 1)
          + ")";
  private static final String ENTRY =
      "SELECT a.seq, a.entry, l.project FROM audit_entry a JOIN log l ON l.id = a.log WHERE a.rowid"
          + " = ?";

  private record Found(LogStore.Line line, String project) {}

  private final Sql sql;
  private final SearchTail tail;
  private final SearchPhrase phrase;

  Search(Sql sql, SearchTail tail, SearchPhrase phrase) {
    this.sql = sql;
    this.tail = tail;
    this.phrase = phrase;
  }

  List<SearchHit> page(Page page) throws SQLException {
    var reach = tail.follow(sql);
    var rows = new ArrayList<>(rows(FIND_TAIL, page.before(), page.limit()));
    if (rows.size() < page.limit()) {
      rows.addAll(rows(FIND, Math.min(page.before(), reach + 1), page.limit() - rows.size()));
    }
    var hits = new ArrayList<SearchHit>();
    for (var n : rows) {
      var found = sql.first(ENTRY, Search::found, n);
      if (found.isPresent()) {
        hits.add(hit(n, found.get()));
      }
    }
    return hits;
  }

  private List<Long> rows(String query, long before, int limit) throws SQLException {
    return sql.list(query, row -> row.getLong(1), phrase.query(), before, limit);
  }

  CappedCount count() throws SQLException {
    var reach = tail.follow(sql);
    return CappedCount.of(
        sql.number(COUNT_TAIL, phrase.query()) + sql.number(COUNT, phrase.query(), reach));
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(new LogStore.Line(row.getLong(1), row.getString(2), ""), row.getString(3));
  }

  private SearchHit hit(long n, Found found) throws SQLException {
    LogEntry entry;
    try {
      entry = EntryLine.read(found.line);
    } catch (NotAnEntry e) {
      throw new SQLException("row " + n + " holds no entry", e);
    }
    var said = Payload.of(entry.data());
    var place =
        new SearchHit.Place(
            said.text("run"), said.text("step"), said.at("release").text("version"));
    var excerpt = Excerpt.of(SearchWords.of(entry), phrase.terms());
    return new SearchHit(
        n,
        found.project,
        entry.seq(),
        entry.time(),
        entry.event(),
        entry.actor().id(),
        place,
        excerpt);
  }
}
