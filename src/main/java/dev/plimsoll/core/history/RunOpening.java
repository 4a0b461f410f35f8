package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.model.RunState.Phase;
import dev.plimsoll.core.model.Standing;
import java.sql.SQLException;

/// Makes the rows of a run when it is opened: its own, one per step, and its release's.
final class RunOpening {
  private static final String RUN =
      """
      INSERT INTO run (log, id, project, product, version, type, checklist, title, checklist_sha256, phase, operator,
        operator_key, commit_id, branch, dirty, solo, rehearsal, opened, last, first_seq, last_seq, steps, counts)
      VALUES (?, ?, (SELECT project FROM log WHERE id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (log, id) DO NOTHING\
      """;

  private final Sql sql;
  private final long log;

  RunOpening(Sql sql, long log) {
    this.sql = sql;
    this.log = log;
  }

  void take(LogEntry entry, Payload said) throws SQLException {
    var id = said.text("run");
    if (id == null || RunSummary.find(sql, log, id, null).isPresent()) {
      return;
    }
    var steps = said.objects("steps");
    insert(id, entry, said, steps.size());
    var n = sql.number("SELECT last_insert_rowid()");
    var place = 0;
    for (var step : steps) {
      StepTable.insert(sql, n, ++place, step);
    }
    new ReleaseTables(sql, log).opened(entry, said);
  }

  private void insert(String id, LogEntry entry, Payload said, int steps) throws SQLException {
    var release = said.at("release");
    var checklist = said.at("checklist");
    var binding = said.at("binding");
    var counts = new StandingCounts();
    counts.add(Standing.NOT_RUN, steps);
    var time = entry.time().toEpochMilli();
    sql.run(
        RUN,
        log,
        id,
        log,
        release.textOr("product", ""),
        release.textOr("version", ""),
        release.text("type"),
        checklist.textOr("id", ""),
        checklist.textOr("title", ""),
        checklist.textOr("sha256", ""),
        Phase.OPEN.name(),
        entry.actor().id(),
        entry.actor().key(),
        binding.text("commit"),
        binding.text("branch"),
        binding.flag("dirty"),
        said.flag("solo"),
        said.flag("rehearsal"),
        time,
        time,
        entry.seq(),
        entry.seq(),
        steps,
        counts.toString());
  }
}
