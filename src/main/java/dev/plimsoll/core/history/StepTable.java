package dev.plimsoll.core.history;

import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.model.Standing;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Brings one step's row up to date with an entry that names it.
final class StepTable {
  private static final String INSERT =
      "INSERT INTO step (run, id, place, title, section, standing, attempts, evidence) VALUES (?,"
          + " ?, ?, ?, ?, ?, 0, 0) ON CONFLICT (run, id) DO NOTHING";
  private static final String STARTED =
      "UPDATE step SET standing = ?, attempts = max(attempts, ?), driver = ?, actor = ?, started ="
          + " ?, finished = NULL, reopened = NULL WHERE run = ? AND id = ?";
  private static final String CONCLUDED =
      "UPDATE step SET standing = ?, observed = ?, expected = ?, exit = ?, finished = ?, evidence ="
          + " evidence + ? WHERE run = ? AND id = ?";
  private static final String SIGNED =
      "UPDATE step SET standing = ?, observed = ?, actor = ?, finished = ?, reopened = NULL WHERE"
          + " run = ? AND id = ?";
  private static final String REOPENED =
      "UPDATE step SET standing = ?, reopened = ?, waived = NULL, waived_until = NULL, deferred ="
          + " NULL, deferred_until = NULL WHERE run = ? AND id = ?";
  private static final String WAIVED =
      "UPDATE step SET waived = ?, waived_until = ? WHERE run = ? AND id = ?";
  private static final String DEFERRED =
      "UPDATE step SET deferred = ?, deferred_until = ? WHERE run = ? AND id = ?";
  private static final String EXCUSES =
      "SELECT waived IS NOT NULL, deferred IS NOT NULL FROM step WHERE run = ? AND id = ?";
  private static final String ATTACHED =
      "UPDATE step SET evidence = evidence + 1 WHERE run = ? AND id = ?";

  private final Sql sql;
  private final RunSummary run;
  private final String id;

  StepTable(Sql sql, RunSummary run, String id) {
    this.sql = sql;
    this.run = run;
    this.id = id;
  }

  static void insert(Sql sql, long run, long place, Payload step) throws SQLException {
    var id = step.textOr("id", "");
    sql.run(
        INSERT,
        run,
        id,
        place,
        step.textOr("title", id),
        step.text("section"),
        Standing.NOT_RUN.name());
  }

  void take(Event event, LogEntry entry, Payload said) throws SQLException {
    switch (event) {
      case STEP_STARTED -> started(entry, said);
      case STEP_CONCLUDED -> concluded(entry, said);
      case STEP_REOPENED -> reopened(said);
      case WAIVER_GRANTED -> excuse(WAIVED, said.textOr("reason", ""), said.text("expiresOn"));
      case WAIVER_REVOKED -> excuse(WAIVED, null, null);
      case STEP_DEFERRED -> excuse(DEFERRED, said.textOr("reason", ""), said.text("dueOn"));
      case EVIDENCE_ATTACHED -> attached(said);
      case SIGNOFF_GIVEN ->
          signed(entry, Standing.PASSED, "signed by " + said.textOr("principal", ""));
      case SIGNOFF_RESCINDED ->
          signed(
              entry,
              Standing.RESCINDED,
              "taken back by " + said.textOr("principal", "") + ": " + said.textOr("reason", ""));
      default -> {
        // it happened at the step and leaves it where it stands
      }
    }
  }

  private void started(LogEntry entry, Payload said) throws SQLException {
    stand(Standing.RUNNING);
    sql.run(
        STARTED,
        Standing.RUNNING.name(),
        said.number("attempt") == null ? 1L : said.number("attempt"),
        said.text("by"),
        entry.actor().id(),
        entry.time().toEpochMilli(),
        run.n(),
        id);
  }

  private void concluded(LogEntry entry, Payload said) throws SQLException {
    var word = said.textOr("outcome", "");
    var standing =
        Arrays.stream(Standing.values())
            .filter(known -> known.name().equals(word))
            .findFirst()
            .orElse(Standing.INCONCLUSIVE);
    stand(standing);
    sql.run(
        CONCLUDED,
        standing.name(),
        said.text("observed"),
        said.text("expected"),
        said.number("exit"),
        entry.time().toEpochMilli(),
        said.objects("evidence").size(),
        run.n(),
        id);
  }

  private void signed(LogEntry entry, Standing standing, String observed) throws SQLException {
    stand(standing);
    sql.run(
        SIGNED,
        standing.name(),
        observed,
        entry.actor().id(),
        entry.time().toEpochMilli(),
        run.n(),
        id);
  }

  private void reopened(Payload said) throws SQLException {
    stand(Standing.NOT_RUN);
    countExcuses(-1);
    sql.run(REOPENED, Standing.NOT_RUN.name(), said.textOr("reason", ""), run.n(), id);
  }

  private void excuse(String update, @Nullable String reason, @Nullable String until)
      throws SQLException {
    known();
    countExcuses(-1);
    sql.run(update, reason, until, run.n(), id);
    countExcuses(1);
  }

  private void countExcuses(int sign) throws SQLException {
    var excused =
        sql.first(
            EXCUSES, row -> new boolean[] {row.getBoolean(1), row.getBoolean(2)}, run.n(), id);
    excused.ifPresent(flags -> {
      run.counts().add(Standing.WAIVED, flags[0] ? sign : 0);
      run.counts().add(Standing.DEFERRED, flags[1] ? sign : 0);
    });
  }

  private void attached(Payload said) throws SQLException {
    known();
    if (!said.at("evidence").members().isEmpty()) {
      sql.run(ATTACHED, run.n(), id);
    }
  }

  /// Counts the step where it stands from now on.
  private void stand(Standing now) throws SQLException {
    run.counts().move(known(), now);
  }

  /// Where the step stood; a step that the run did not have when it was opened gets a row.
  private Standing known() throws SQLException {
    var before = run.stepStood();
    if (before != null) {
      return before;
    }
    insert(sql, run.n(), run.oneMoreStep(), new Payload(Map.of("id", id)));
    run.counts().add(Standing.NOT_RUN, 1);
    return Standing.NOT_RUN;
  }
}
