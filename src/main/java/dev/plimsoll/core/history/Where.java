package dev.plimsoll.core.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The conditions of a query, with their values.
final class Where {
  private final List<String> conditions = new ArrayList<>();
  private final List<@Nullable Object> values = new ArrayList<>();

  /// Nothing where the value is null.
  Where equal(String column, @Nullable Object value) {
    if (value != null) {
      conditions.add(column + " = ?");
      values.add(value);
    }
    return this;
  }

  Where below(String column, long value) {
    conditions.add(column + " < ?");
    values.add(value);
    return this;
  }

  /// Read along the newest rows; no index of its own, because pages stand in the order of n.
  private Where since(String column, @Nullable Instant since) {
    if (since != null) {
      conditions.add(column + " >= ?");
      values.add(since.toEpochMilli());
    }
    return this;
  }

  private static Where of(HistoryFilter filter) {
    return new Where()
        .equal("project", filter.project())
        .equal("product", filter.product())
        .equal("version", filter.version());
  }

  static Where ofReleases(HistoryFilter filter) {
    var where = of(filter);
    if (HistoryFilter.OPEN.equals(filter.outcome())) {
      where.conditions.add("outcome IS NULL");
    } else {
      where.equal("outcome", filter.outcome());
    }
    return where.since("last", filter.since());
  }

  static Where ofRuns(HistoryFilter filter) {
    var phase = filter.phase();
    return of(filter)
        .equal("checklist", filter.checklist())
        .equal("phase", phase == null ? null : phase.name())
        .equal("decision", filter.decision())
        .since("last", filter.since());
  }

  static Where ofRecords(HistoryFilter filter) {
    return of(filter).equal("outcome", filter.outcome()).since("signed", filter.since());
  }

  /// `select`, these conditions, newest first, as many as the page has.
  String newest(String select, Page page) {
    below("n", page.before());
    values.add(page.limit());
    return select + text() + " ORDER BY n DESC LIMIT ?";
  }

  /// `select` counted, no further than a count is told.
  String counted(String table) {
    return "SELECT count(*) FROM (SELECT 1 FROM "
        + table
        + text()
        + " LIMIT "
        + (CappedCount.CAP + 1)
        + ")";
  }

  private String text() {
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  @Nullable Object[] values() {
    return values.toArray();
  }
}
