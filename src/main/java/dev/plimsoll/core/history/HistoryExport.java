package dev.plimsoll.core.history;

import dev.plimsoll.core.trust.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Writes a table of the history for other programs, page by page, newest first.
public final class HistoryExport {
  private static final int PAGE = 500;

  private final History history;

  public enum Table {
    RELEASES,
    RUNS,
    STEPS,
    RECORDS
  }

  public enum Format {
    /// An array of objects, one to a line, members in alphabetical order, times as
    /// `2026-03-01T09:30:00.000Z`.
    JSON,
    /// RFC 4180 with a line of names; a text that a spreadsheet would take for a formula has an
    /// apostrophe before it.
    CSV
  }

  public HistoryExport(History history) {
    this.history = history;
  }

  /// @return how many rows
  public long write(Table table, Format format, HistoryFilter filter, Appendable out)
      throws IOException {
    var writer = format == Format.JSON ? new JsonRows(out) : new CsvRows(out);
    try {
      rows(table, filter, writer::row);
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e.getCause());
    }
    return writer.end();
  }

  private void rows(Table table, HistoryFilter filter, Consumer<Record> each) {
    switch (table) {
      case RELEASES -> pages(page -> history.releases(filter, page), ReleaseRow::n, each);
      case RUNS -> pages(page -> history.runs(filter, page), RunRow::n, each);
      case RECORDS -> pages(page -> history.records(filter, page), RecordRow::n, each);
      case STEPS ->
          pages(
              page -> history.runs(filter, page),
              RunRow::n,
              run ->
                  history
                      .steps(run)
                      .forEach(step ->
                          each.accept(
                              new StepOfRun(run.project(), run.run(), run.release(), step))));
    }
  }

  /// A step is told together with its run.
  record StepOfRun(String project, String run, RunRow.Release release, StepRow step) {}

  private static <R extends Record> void pages(
      Function<Page, List<R>> read, ToLongFunction<R> number, Consumer<? super R> each) {
    var page = Page.first(PAGE);
    for (var rows = read.apply(page); !rows.isEmpty(); rows = read.apply(page)) {
      rows.forEach(each);
      page = page.after(number.applyAsLong(rows.getLast()));
    }
  }

  /// Where rows are written to.
  private interface Rows {
    void row(Record row);

    long end() throws IOException;
  }

  private static final class JsonRows implements Rows {
    private final Appendable out;
    private long count;

    JsonRows(Appendable out) {
      this.out = out;
    }

    @Override
    public void row(Record row) {
      try {
        out.append(count++ == 0 ? "[\n" : ",\n")
            .append(CanonicalJson.encodeToString(RowValues.nested(row)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public long end() throws IOException {
      out.append(count == 0 ? "[]\n" : "\n]\n");
      return count;
    }
  }

  private static final class CsvRows implements Rows {
    private final Appendable out;
    private long count;

    CsvRows(Appendable out) {
      this.out = out;
    }

    @Override
    public void row(Record row) {
      var cells = RowValues.flat(row);
      try {
        if (count++ == 0) {
          out.append(Csv.line(List.copyOf(cells.keySet())));
        }
        out.append(Csv.line(List.copyOf(cells.values())));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public long end() {
      return count;
    }
  }
}
