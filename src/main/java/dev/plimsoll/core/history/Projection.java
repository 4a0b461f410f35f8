package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogEntry;
import java.sql.SQLException;

/// Brings the tables up to date with one entry, inside the transaction that stores it. What an
/// entry lacks is left out; an event that no table cares about changes none.
final class Projection {
  private final Sql sql;
  private final long log;

  Projection(Sql sql, long log) {
    this.sql = sql;
    this.log = log;
  }

  void take(LogEntry entry) throws SQLException {
    var said = Payload.of(entry.data());
    var event = Event.ofWord(entry.event()).orElse(null);
    switch (event) {
      case LOG_CREATED ->
          sql.run("UPDATE log SET origin = ? WHERE id = ?", said.text("origin"), log);
      case RUN_OPENED -> new RunOpening(sql, log).take(entry, said);
      case ARTIFACT_RECORDED, TAG_CREATED, RECORD_SIGNED ->
          new ReleaseTables(sql, log).take(event, entry, said);
      case EVIDENCE_ATTACHED -> {
        touched(entry, said);
        new ReleaseTables(sql, log).bundled(said);
      }
      case null -> touched(entry, said);
      default -> touched(entry, said);
    }
  }

  private void touched(LogEntry entry, Payload said) throws SQLException {
    var id = said.text("run");
    var step = said.text("step");
    var run = id == null ? null : RunSummary.find(sql, log, id, step).orElse(null);
    if (run == null) {
      return;
    }
    var event = Event.ofWord(entry.event()).orElse(Event.LOG_OPENED);
    run.take(event, entry, said);
    if (step != null) {
      new StepTable(sql, run, step).take(event, entry, said);
    }
    run.store(sql);
  }
}
