package dev.plimsoll.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plimsoll.core.model.RunState.Phase;
import java.nio.file.Path;
import java.time.Duration;
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
        var runs = table.equals(RowReaders.RUNS);
        var where = runs ? Where.ofRuns(filter) : Where.of(filter);
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
              (bits & 16) == 0 ? null : Phase.OPEN));
    }
    return filters;
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
