package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.model.Problem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The history database of one person: the audit logs of all projects, and what is looked up in
/// them. SQLite, in WAL mode with `synchronous=FULL`: what a call recorded is on disk when it
/// returns. Thread-safe; any number of processes may have the same file open, one writes at a time
/// and readers are never refused.
public final class HistoryStore implements AutoCloseable {
  /// How long to wait for another process that is writing, where nothing else is said.
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String NOT_BEGUN = "Audit log not begun";
  private static final String NEWEST_LOG =
      "SELECT id FROM log WHERE project = ? ORDER BY epoch DESC LIMIT 1";

  private final HistoryFile file;
  private final @Nullable Database writer;
  private final Database reader;
  private final SearchTail tail = new SearchTail();
  private final @Nullable PrivateCopy copy;

  private HistoryStore(
      HistoryFile file, @Nullable Sql writer, Sql reader, @Nullable PrivateCopy copy) {
    this.file = file;
    this.writer = writer == null ? null : new Database(file.path(), writer);
    this.reader = new Database(file.path(), reader);
    this.copy = copy;
  }

  /// Opens the history, or makes a new one where there is no file.
  ///
  /// @param patience how long an append waits for another process that is writing
  /// @throws Problem for a file that is read-only, torn, of another program or of a newer version;
  ///   it is not changed then
  public static HistoryStore open(Path file, Duration patience) {
    var place = new HistoryFile(file, patience);
    place.create();
    if (!place.isWritable()) {
      throw Problem.of(
          "History not opened",
          "The history " + place.path() + " is read-only.",
          "Make the file and its folder writable, or open it with --read-only; nothing was"
              + " changed.");
    }
    FileHeader.check(place.path());
    try {
      var writer = place.connect();
      try {
        prepare(writer, place);
        return new HistoryStore(place, writer, place.connectForReading(), null);
      } catch (SQLException | RuntimeException e) {
        writer.close();
        throw e;
      }
    } catch (SQLException e) {
      throw SqliteProblems.of("History not opened", place.path(), e);
    }
  }

  private static void prepare(Sql writer, HistoryFile place) throws SQLException {
    var version = Schema.check(writer, place.path());
    writer.script(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit ="
            + " 67108864");
    if (version < Schema.VERSION) {
      new Database(place.path(), writer)
          .write(
              "History not opened",
              sql -> {
                Schema.migrate(sql, Schema.check(sql, place.path()));
                return true;
              });
    }
  }

  /// Opens a history to look at it: nothing is written, not even beside it where its place is
  /// read-only. [#caution()] says what that costs.
  ///
  /// @throws Problem where there is no such file, or it is torn, of another program, or of another
  ///   version
  public static HistoryStore openReadOnly(Path file) {
    var place = new HistoryFile(file, PATIENCE);
    if (!Files.exists(place.path())) {
      throw Problem.of(
          "History not opened",
          "There is no file " + place.path() + ".",
          "Give the path of a history; nothing was made.");
    }
    FileHeader.check(place.path());
    PrivateCopy copy = null;
    try {
      copy = place.isWritable() ? null : PrivateCopy.whereNeeded(place);
      var reader =
          copy != null
              ? copy.file().connectForReading()
              : place.isWritable() ? place.connectForReading() : place.connectToUnchanging();
      return readOnly(place, reader, copy);
    } catch (SQLException e) {
      if (copy != null) {
        copy.close();
      }
      throw SqliteProblems.of("History not opened", place.path(), e);
    }
  }

  private static HistoryStore readOnly(HistoryFile place, Sql reader, @Nullable PrivateCopy copy)
      throws SQLException {
    try {
      if (Schema.check(reader, place.path()) < Schema.VERSION) {
        throw Problem.of(
            "History not opened",
            "The history "
                + place.path()
                + " is empty or of an older version, and cannot be brought up to date read-only.",
            "Open it once for writing, or a copy of it; nothing was changed.");
      }
      return new HistoryStore(place, null, reader, copy);
    } catch (SQLException | RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  public boolean isReadOnly() {
    return writer == null;
  }

  /// What somebody who reads it should know about how it was opened, a whole sentence.
  public Optional<String> caution() {
    return Optional.ofNullable(copy).map(PrivateCopy::caution);
  }

  /// The newest log of a project; a first one is begun where there is none.
  ///
  /// @param project the key of the project
  /// @throws Problem where there is none and the history is read-only
  public LogStore log(String project) {
    var known =
        reader.read(
            "Audit log not found", sql -> sql.first(NEWEST_LOG, row -> row.getLong(1), project));
    return at(known.orElseGet(() -> first(project)));
  }

  /// Another process may have been quicker: under the lock it is looked for again.
  private long first(String project) {
    return writer()
        .write(
            NOT_BEGUN,
            sql -> {
              var known = sql.first(NEWEST_LOG, row -> row.getLong(1), project);
              return known.isPresent() ? known.get() : insert(sql, project);
            });
  }

  /// Begins a new log of a project, in place of one that was given up. The old one stays where it
  /// is and is read with [#log(LogRow)].
  public LogStore begin(String project) {
    return at(writer().write(NOT_BEGUN, sql -> insert(sql, project)));
  }

  private static long insert(Sql sql, String project) throws SQLException {
    sql.run(
        "INSERT INTO log (project, epoch) SELECT ?, coalesce(max(epoch), 0) + 1 FROM log WHERE"
            + " project = ?",
        project,
        project);
    return sql.number("SELECT last_insert_rowid()");
  }

  /// A log of [#logs()].
  public LogStore log(LogRow log) {
    return at(
        reader.read(
            "Audit log not found",
            sql ->
                sql.number(
                    "SELECT id FROM log WHERE project = ? AND epoch = ?",
                    log.project(),
                    log.epoch())));
  }

  private LogStore at(long log) {
    return new SqliteLog(file, writer, reader, log);
  }

  /// Every log there is, in the order of projects and epochs.
  public List<LogRow> logs() {
    return reader.read(
        "History not readable",
        sql ->
            sql.list(
                "SELECT project, epoch, product, origin FROM log ORDER BY project, epoch",
                row ->
                    new LogRow(
                        row.getString(1), row.getLong(2), row.getString(3), row.getString(4))));
  }

  /// What can be looked up.
  public History history() {
    return new History(reader, tail);
  }

  /// Makes everything but the logs again, from the logs. Others may read meanwhile and see it as it
  /// was.
  ///
  /// @return how many entries were gone through
  public long rebuild() {
    return writer().write("History not rebuilt", new Rebuilding()::run);
  }

  private Database writer() {
    return Objects.requireNonNullElseGet(
        writer,
        () -> {
          throw readOnlyHere(file.path());
        });
  }

  static Problem readOnlyHere(Path file) {
    return Problem.of(
        "Nothing recorded",
        "The history " + file + " was opened for reading only.",
        "Close it and open it for writing, if you may.");
  }

  /// For tests: a disk with room for so many pages of 4096 bytes.
  void leaveRoomFor(long pages) {
    writer().read("", sql -> sql.number("PRAGMA max_page_count = " + pages));
  }

  @Override
  public void close() {
    try {
      reader.close();
    } finally {
      if (writer != null) {
        leaveTidy(writer);
        writer.close();
      }
      if (copy != null) {
        copy.close();
      }
    }
  }

  /// The next one to open it need not index what this one left over. Not worth a word where it does
  /// not work out: nothing is lost by it.
  private static void leaveTidy(Database writer) {
    try {
      writer.read("", sql -> sql.number("PRAGMA busy_timeout = 0"));
      writer.write("Search not brought up to date", SearchIndex::catchUp);
    } catch (Problem locked) {
      return;
    }
  }
}
