package dev.plimsoll.core.history;

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

  static Where of(HistoryFilter filter) {
    return new Where()
        .equal("project", filter.project())
        .equal("product", filter.product())
        .equal("version", filter.version());
  }

  static Where ofRuns(HistoryFilter filter) {
    var phase = filter.phase();
    return of(filter)
        .equal("checklist", filter.checklist())
        .equal("phase", phase == null ? null : phase.name());
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
