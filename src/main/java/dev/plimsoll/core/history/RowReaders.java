package dev.plimsoll.core.history;

import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.RunState.Phase;
import dev.plimsoll.core.model.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of the tables as values. The columns stand in the order in which they are read.
final class RowReaders {
  static final String RELEASES =
      "SELECT n, project, product, version, type, opened, last, runs, tag, commit_id, artifacts,"
          + " record, outcome FROM release";
  static final String RUNS =
      "SELECT n, project, id, product, version, type, checklist, title, checklist_sha256, phase,"
          + " decision, reason, opened, last, first_seq, last_seq, operator, operator_key,"
          + " commit_id, branch, dirty, solo, rehearsal, steps, counts FROM run";
  static final String STEPS =
      "SELECT id, place, title, section, standing, attempts, observed, expected, exit, driver,"
          + " actor, started, finished, waived, waived_until, deferred, deferred_until, reopened,"
          + " evidence FROM step WHERE run = ?";
  static final String RECORDS =
      "SELECT n, project, product, version, sha256, outcome, bundle, signers, signed, seq FROM"
          + " record";

  private RowReaders() {}

  static ReleaseRow release(ResultSet row) throws SQLException {
    return new ReleaseRow(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        new ReleaseRow.Course(time(row.getLong(6)), time(row.getLong(7)), row.getInt(8)),
        new ReleaseRow.Made(
            row.getString(9),
            row.getString(10),
            row.getInt(11),
            row.getString(12),
            row.getString(13)));
  }

  static RunRow run(ResultSet row) throws SQLException {
    return new RunRow(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        new RunRow.Release(row.getString(4), row.getString(5), row.getString(6)),
        new RunRow.Checklist(row.getString(7), row.getString(8), row.getString(9)),
        new RunRow.Course(
            Phase.valueOf(row.getString(10)),
            row.getString(11),
            row.getString(12),
            time(row.getLong(13)),
            time(row.getLong(14)),
            row.getLong(15),
            row.getLong(16)),
        new RunRow.Source(
            new Actor(row.getString(17), row.getString(18)),
            row.getString(19),
            row.getString(20),
            row.getBoolean(21),
            row.getBoolean(22),
            row.getBoolean(23)),
        row.getInt(24),
        StandingCounts.parse(row.getString(25)).map());
  }

  static StepRow step(ResultSet row) throws SQLException {
    return new StepRow(
        row.getString(1),
        row.getInt(2),
        row.getString(3),
        row.getString(4),
        Standing.valueOf(row.getString(5)),
        row.getInt(6),
        new StepRow.Seen(row.getString(7), row.getString(8), exit(row)),
        new StepRow.Walk(row.getString(10), row.getString(11), timeAt(row, 12), timeAt(row, 13)),
        new StepRow.Said(excuse(row, 14), excuse(row, 16), row.getString(18)),
        row.getInt(19));
  }

  static RecordRow signed(ResultSet row) throws SQLException {
    var signers = row.getString(8);
    return new RecordRow(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        signers.isEmpty() ? List.of() : signers.lines().toList(),
        time(row.getLong(9)),
        row.getLong(10));
  }

  private static @Nullable Integer exit(ResultSet row) throws SQLException {
    var exit = row.getInt(9);
    return row.wasNull() ? null : exit;
  }

  private static StepRow.@Nullable Excuse excuse(ResultSet row, int at) throws SQLException {
    var reason = row.getString(at);
    return reason == null ? null : new StepRow.Excuse(reason, row.getString(at + 1));
  }

  private static @Nullable Instant timeAt(ResultSet row, int at) throws SQLException {
    var millis = row.getLong(at);
    return row.wasNull() ? null : time(millis);
  }

  private static Instant time(long millis) {
    return Instant.ofEpochMilli(millis);
  }
}
