package dev.plimsoll.core.history;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What can be looked up in a history: releases, runs, steps and records as immutable rows, newest
/// first, and a search over everything that was recorded. Every question is answered from an index.
/// Thread-safe.
public final class History {
  private static final String UNREADABLE = "History not readable";

  private final Database reader;
  private final SearchTail tail;

  History(Database reader, SearchTail tail) {
    this.reader = reader;
    this.tail = tail;
  }

  public List<ReleaseRow> releases(HistoryFilter filter, Page page) {
    var where = Where.ofReleases(filter);
    var query = where.newest(RowReaders.RELEASES, page);
    return reader.read(UNREADABLE, sql -> sql.list(query, RowReaders::release, where.values()));
  }

  public CappedCount countReleases(HistoryFilter filter) {
    return count("release", Where.ofReleases(filter));
  }

  public List<RunRow> runs(HistoryFilter filter, Page page) {
    var where = Where.ofRuns(filter);
    var query = where.newest(RowReaders.RUNS, page);
    return reader.read(UNREADABLE, sql -> sql.list(query, RowReaders::run, where.values()));
  }

  public CappedCount countRuns(HistoryFilter filter) {
    return count("run", Where.ofRuns(filter));
  }

  /// The run with this id.
  public Optional<RunRow> run(String project, String id) {
    var where = new Where().equal("project", project).equal("id", id);
    var query = where.newest(RowReaders.RUNS, Page.first(1));
    return reader.read(UNREADABLE, sql -> sql.first(query, RowReaders::run, where.values()));
  }

  /// The steps of a run, in the order of the checklist.
  public List<StepRow> steps(RunRow run) {
    return reader.read(
        UNREADABLE,
        sql ->
            sql.list(RowReaders.STEPS, RowReaders::step, run.n()).stream()
                .sorted(Comparator.comparingInt(StepRow::place))
                .toList());
  }

  public List<RecordRow> records(HistoryFilter filter, Page page) {
    var where = Where.ofRecords(filter);
    var query = where.newest(RowReaders.RECORDS, page);
    return reader.read(UNREADABLE, sql -> sql.list(query, RowReaders::signed, where.values()));
  }

  public CappedCount countRecords(HistoryFilter filter) {
    return count("record", Where.ofRecords(filter));
  }

  /// The records with this digest: one, unless it was signed again.
  public List<RecordRow> records(String sha256) {
    var where = new Where().equal("sha256", sha256);
    var query = where.newest(RowReaders.RECORDS, Page.first(Page.LARGEST));
    return reader.read(UNREADABLE, sql -> sql.list(query, RowReaders::signed, where.values()));
  }

  /// Entries that hold every word of `typed`, newest first: `"several words"` stand together,
  /// `word*` is how a word begins, and the last word may be unfinished. Nothing that a person types
  /// is an error; where nothing of it can be looked for, nothing is found.
  public List<SearchHit> search(String typed, Page page) {
    return SearchPhrase.of(typed)
        .map(phrase -> reader.read(UNREADABLE, sql -> new Search(sql, tail, phrase).page(page)))
        .orElse(List.of());
  }

  /// How many entries [#search(String, Page)] would find.
  public CappedCount countHits(String typed) {
    return SearchPhrase.of(typed)
        .map(phrase -> reader.read(UNREADABLE, sql -> new Search(sql, tail, phrase).count()))
        .orElse(CappedCount.of(0));
  }

  private CappedCount count(String table, Where where) {
    var query = where.counted(table);
    return CappedCount.of(reader.read(UNREADABLE, sql -> sql.number(query, where.values())));
  }
}
