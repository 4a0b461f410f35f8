package dev.plimsoll.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.RunState.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How SQLite means to answer: what it would sort or search without an index takes seconds in a
/// long history, and nothing of the kind shows in a short one.
final class QueryPlansTest {
  @TempDir Path folder;

  @Test
  void noPageIsSortedAndEveryFilterHasAnIndex() throws Exception {
    for (var table : List.of(RowReaders.RUNS, RowReaders.RELEASES, RowReaders.RECORDS)) {
      for (var filter : filters()) {
        var where = where(table, filter);
        var filtered = where.values().length > 0;
        var plan = plan(where.newest(table, Page.first(10)));

        assertThat(plan).as("%s %s", table, filter).doesNotContain("TEMP B-TREE");
        if (filtered) {
          assertThat(plan).as("%s %s", table, filter).contains("USING INDEX");
        }
      }
    }
  }

  @Test
  void theStepsOfARunAndTheHeadOfALogAreFoundByKey() throws Exception {
    assertThat(plan(RowReaders.STEPS)).contains("USING PRIMARY KEY");
    assertThat(plan("SELECT seq, hash FROM audit_entry WHERE log = ? ORDER BY seq DESC LIMIT 1"))
        .contains("USING INDEX")
        .doesNotContain("TEMP B-TREE");
  }

  @Test
  void theNewestHitsAreReadInTheOrderOfTheIndex() throws Exception {
    assertThat(
            plan(
                "SELECT rowid FROM search WHERE search MATCH 'x' AND rowid < 9 ORDER BY rowid DESC"
                    + " LIMIT 9"))
        .doesNotContain("TEMP B-TREE");
  }

  private static List<HistoryFilter> filters() {
    var filters = new ArrayList<HistoryFilter>();
    for (var bits = 0; bits < 32; bits++) {
      filters.add(
          new HistoryFilter(
              (bits & 1) == 0 ? null : "p",
              (bits & 2) == 0 ? null : "q",
              (bits & 4) == 0 ? null : "1.0.0",
              (bits & 8) == 0 ? null : "c",
              (bits & 16) == 0 ? null : Phase.OPEN,
              null,
              null,
              null));
    }
    return filters;
  }

  private static Where where(String table, HistoryFilter filter) {
    return switch (table) {
      case RowReaders.RUNS -> Where.ofRuns(filter);
      case RowReaders.RELEASES -> Where.ofReleases(filter);
      default -> Where.ofRecords(filter);
    };
  }

  @Test
  void whatHappenedSinceADayIsReadFromTheNewestOnWithoutSorting() throws Exception {
    var since = HistoryFilter.ALL.since(Instant.EPOCH);
    for (var table : List.of(RowReaders.RUNS, RowReaders.RELEASES, RowReaders.RECORDS)) {
      for (var filter :
          List.of(since, since.withOutcome("READY"), since.withOutcome(HistoryFilter.OPEN))) {
        assertThat(plan(where(table, filter).newest(table, Page.first(10))))
            .as("%s %s", table, filter)
            .doesNotContain("TEMP B-TREE");
      }
    }
    assertThat(
            plan(
                where(RowReaders.RELEASES, HistoryFilter.ALL.withOutcome(HistoryFilter.OPEN))
                    .newest(RowReaders.RELEASES, Page.first(10))))
        .contains("release_outcome");
  }

  private String plan(String query) throws Exception {
    var file = new HistoryFile(folder.resolve("history.db"), Duration.ofSeconds(1));
    HistoryStore.open(file.path(), Duration.ofSeconds(1)).close();
    try (var sql = file.connectForReading()) {
      return String.join(
          "\n", sql.list("EXPLAIN QUERY PLAN " + query, row -> row.getString("detail")));
    }
  }
}
