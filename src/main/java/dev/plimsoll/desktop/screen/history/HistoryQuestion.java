package dev.plimsoll.desktop.screen.history;

import dev.plimsoll.core.history.History;
import dev.plimsoll.core.history.HistoryFilter;
import dev.plimsoll.core.history.Page;
import dev.plimsoll.core.history.RunRow;
import dev.plimsoll.core.history.SearchHit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What the list is to show. Answered from a history, off the window's thread.
///
/// @param typed words to look for, or empty
/// @param filter what else has to hold; its time is that of a line's last entry
record HistoryQuestion(Shelf shelf, String typed, HistoryFilter filter) {
  private static final int FEW = 100;

  /// So many entries with the words are looked at before a person is asked whether to look on.
  private static final int MOST_LOOKED_AT = 2000;

  /// @param count `37`, or `1000+`
  /// @param rest where to go on, or null where nothing is left
  record Answer(
      List<HistoryLine> lines, String count, List<String> products, @Nullable Page rest) {}

  static Page first() {
    return Page.first(FEW);
  }

  Answer answer(History history, Page page, Leading leading) {
    var products =
        history.releases(HistoryFilter.ALL, Page.first(200)).stream()
            .map(row -> row.product())
            .distinct()
            .sorted()
            .toList();
    if (!typed.isEmpty()) {
      return found(history, page, new Lines(history, leading), products);
    }
    var lines = new Lines(history, leading);
    var rows =
        switch (shelf) {
          case RELEASES -> history.releases(filter, page).stream().map(lines::of).toList();
          case RUNS -> history.runs(filter, page).stream().map(lines::of).toList();
          case RECORDS -> history.records(filter, page).stream().map(lines::of).toList();
        };
    var count =
        switch (shelf) {
          case RELEASES -> history.countReleases(filter);
          case RUNS -> history.countRuns(filter);
          case RECORDS -> history.countRecords(filter);
        };
    var rest = rows.size() < page.limit() ? null : page.after(rows.getLast().n());
    return new Answer(rows, count.words(), products, rest);
  }

  private Answer found(History history, Page page, Lines lines, List<String> products) {
    var found = new ArrayList<HistoryLine>();
    var belonging = new HashMap<Belonging, Boolean>();
    var lookedAt = 0;
    @Nullable Page next = page;
    while (next != null && found.size() < page.limit() && lookedAt < MOST_LOOKED_AT) {
      var hits = history.search(typed, next);
      for (var hit : hits) {
        var run = run(history, hit);
        if (counts(history, hit, run, belonging)) {
          found.add(lines.of(hit, run, shelf));
        }
      }
      lookedAt += hits.size();
      next = hits.size() < next.limit() ? null : next.after(hits.getLast().n());
    }
    var all =
        isOpen() ? history.countHits(typed).words() : found.size() + (next == null ? "" : "+");
    return new Answer(List.copyOf(found), all, products, next);
  }

  private static @Nullable RunRow run(History history, SearchHit hit) {
    var run = hit.place().run();
    return run == null ? null : history.run(hit.project(), run).orElse(null);
  }

  /// Whether nothing but the words is asked.
  private boolean isOpen() {
    return shelf == Shelf.RELEASES && filter.equals(HistoryFilter.ALL);
  }

  private record Belonging(String project, String product, String version, String run) {}

  /// Whether what the entry is about passes the filter.
  private boolean counts(
      History history, SearchHit hit, @Nullable RunRow run, Map<Belonging, Boolean> known) {
    var since = filter.since();
    if (since != null && hit.time().isBefore(since)) {
      return false;
    }
    var wanted = filter.since(null);
    if (shelf == Shelf.RELEASES && wanted.equals(HistoryFilter.ALL)) {
      return true;
    }
    var version = run == null ? hit.place().version() : run.release().version();
    if (version == null) {
      return false;
    }
    var which =
        new Belonging(
            hit.project(),
            Objects.requireNonNullElse(
                run == null ? filter.product() : run.release().product(), ""),
            version,
            run == null ? "" : run.run());
    return known.computeIfAbsent(which, about -> passes(history, about, wanted));
  }

  private boolean passes(History history, Belonging about, HistoryFilter wanted) {
    if (filter.product() != null && !filter.product().equals(about.product())) {
      return false;
    }
    var narrowed = wanted.withProject(about.project()).withVersion(about.version());
    var some = Page.first(FEW);
    return switch (shelf) {
      case RELEASES -> !history.releases(narrowed, some).isEmpty();
      case RUNS ->
          history.runs(narrowed, some).stream().anyMatch(run -> run.run().equals(about.run()));
      case RECORDS -> !history.records(narrowed, some).isEmpty();
    };
  }
}
