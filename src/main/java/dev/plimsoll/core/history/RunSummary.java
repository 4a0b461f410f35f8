package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.model.RunState.Phase;
import dev.plimsoll.core.model.Standing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of a run's row that later entries change: read, changed and stored within one
/// transaction.
final class RunSummary {
  private static final String FIND =
      "SELECT r.n, r.phase, r.decision, r.reason, r.counts, r.steps, s.standing FROM run r"
          + " LEFT JOIN step s ON s.run = r.n AND s.id = ? WHERE r.log = ? AND r.id = ?";
  private static final String STORE =
      "UPDATE run SET counts = ?, steps = ?, last = ?, last_seq = ? WHERE n = ?";
  // apart, because setting an indexed column writes its index even where it stays the same
  private static final String TURN =
      "UPDATE run SET phase = ?, decision = ?, reason = ? WHERE n = ?";

  private final long n;
  private final StandingCounts counts;
  private String phase;
  private @Nullable String decision;
  private @Nullable String reason;
  private final @Nullable Standing stepStood;
  private long steps;
  private long last;
  private long lastSeq;
  private boolean turned;

  private RunSummary(ResultSet row) throws SQLException {
    n = row.getLong(1);
    phase = row.getString(2);
    decision = row.getString(3);
    reason = row.getString(4);
    counts = StandingCounts.parse(row.getString(5));
    steps = row.getLong(6);
    var standing = row.getString(7);
    stepStood = standing == null ? null : Standing.valueOf(standing);
  }

  /// @param step the step that the entry is about, or null
  static Optional<RunSummary> find(Sql sql, long log, String id, @Nullable String step)
      throws SQLException {
    return sql.first(FIND, RunSummary::new, step, log, id);
  }

  /// Where that step stood, or null where the run has no such step yet.
  @Nullable Standing stepStood() {
    return stepStood;
  }

  long n() {
    return n;
  }

  StandingCounts counts() {
    return counts;
  }

  /// The place of a step that the run did not have when it was opened.
  long oneMoreStep() {
    return ++steps;
  }

  void take(Event event, LogEntry entry, Payload said) {
    last = entry.time().toEpochMilli();
    lastSeq = entry.seq();
    switch (event) {
      case RUN_PAUSED -> become(Phase.PAUSED, said);
      case RUN_RESUMED -> become(Phase.OPEN, said);
      case RUN_SEALED -> become(Phase.SEALED, said);
      case RUN_ABORTED -> become(Phase.ABORTED, said);
      default -> {
        // it happened at a step
      }
    }
  }

  private void become(Phase now, Payload said) {
    turned = true;
    phase = now.name();
    reason = said.text("reason");
    var decided = said.text("decision");
    if (decided != null) {
      decision = decided;
    }
  }

  void store(Sql sql) throws SQLException {
    sql.run(STORE, counts.toString(), steps, last, lastSeq, n);
    if (turned) {
      sql.run(TURN, phase, decision, reason, n);
    }
  }
}
