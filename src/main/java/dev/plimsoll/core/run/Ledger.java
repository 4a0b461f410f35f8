package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.BackupTold;
import dev.plimsoll.core.model.Candidate;
import dev.plimsoll.core.model.ChainSighting;
import dev.plimsoll.core.model.ReleaseState;
import dev.plimsoll.core.model.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// The project's log together with what it says: appends, and folds what this and other processes
/// have appended. Thread-safe.
public final class Ledger {
  private static final int PAGE = 1_000;

  private final AuditLog log;
  private final ProjectFold fold = new ProjectFold();
  private long taken;
  private long unreadable;

  public Ledger(AuditLog log) {
    this.log = log;
  }

  public AuditLog log() {
    return log;
  }

  /// Appends durably, then takes the entry (and any that other processes wrote before it).
  public synchronized LogEntry append(Event event, Actor actor, Map<String, Object> data) {
    var entry = log.append(event, actor, data);
    if (entry.seq() == taken) {
      taken++;
      take(entry);
    } else {
      refresh();
    }
    return entry;
  }

  /// Takes whatever was appended since, by whichever process.
  public synchronized void refresh() {
    while (true) {
      var page = log.entries(taken, PAGE);
      for (var entry : page) {
        taken = entry.seq() + 1;
        take(entry);
      }
      if (page.size() < PAGE) {
        return;
      }
    }
  }

  private void take(LogEntry entry) {
    unreadable += fold.take(entry) ? 0 : 1;
  }

  /// How many entries this version could not read.
  public synchronized long unreadable() {
    return unreadable;
  }

  public synchronized Optional<RunState> run(String id) {
    return fold.run(id);
  }

  public synchronized List<String> versions() {
    return fold.versions();
  }

  public synchronized ReleaseState release(Candidate candidate) {
    return fold.release(candidate);
  }

  public synchronized Optional<RunState> lastRun(String checklist) {
    return fold.lastRun(checklist);
  }

  /// How the steps of a run ended when its checklist was walked before; empty where it never was,
  /// or nothing was tried.
  public synchronized Optional<Earlier> before(String run) {
    var before = fold.before(run);
    return before.isEmpty() ? Optional.empty() : fold.run(run).map(now -> Earlier.of(now, before));
  }

  /// Every time that a chain of another system was found whole, oldest first.
  public synchronized List<ChainSighting> sightings() {
    return fold.sightings();
  }

  /// Everything that was done with backups, oldest first.
  public synchronized List<BackupTold> backups() {
    return fold.backups();
  }

  /// The runs of a version, oldest first.
  public synchronized List<RunState> runsOf(String version) {
    return fold.runsOf(version);
  }

  /// The runs to which something happened then or later, of every version, in the order in which
  /// they were opened.
  public synchronized List<RunState> runsSince(Instant time, Predicate<RunState.Opening> wanted) {
    return fold.runsSince(time, wanted);
  }
}
