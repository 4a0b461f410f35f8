package dev.plimsoll.core;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.ChainVerdict;
import dev.plimsoll.core.audit.ChainVerification;
import dev.plimsoll.core.audit.Genesis;
import dev.plimsoll.core.audit.LogEntries;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.audit.SignedHead;
import dev.plimsoll.core.audit.proof.RootPass;
import dev.plimsoll.core.history.LogRow;
import dev.plimsoll.core.model.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Begins a new log in place of one that can no longer be continued: its first entry names the old
/// one, how far that was signed, and why it was given up. The old one stays and can be read.
///
/// Three stages: the place, the first entry, the first checkpoint. Each finds out by itself whether
/// it was done, so that beginning again after a crash goes on where it stopped.
final class NewEpoch {
  private static final String NOT_BEGUN = "New audit log not begun";

  private final Plimsoll plimsoll;
  private final String project;
  private final String reason;

  /// @param project key of the project
  NewEpoch(Plimsoll plimsoll, String project, String reason) {
    this.plimsoll = plimsoll;
    this.project = project;
    this.reason = reason;
  }

  /// All stages.
  ///
  /// @return the log that was given up, as the new one names it
  Genesis.PreviousLog begin() {
    var previous = previous();
    var place = place();
    create(place, previous);
    sign(place);
    plimsoll.closeLedger(project);
    return previous;
  }

  /// The log that is given up.
  ///
  /// @throws Problem where there is none, or it can be continued as it is
  Genesis.PreviousLog previous() {
    var old =
        filled()
            .orElseThrow(() ->
                Problem.of(
                    NOT_BEGUN,
                    "This project has no log that could be given up.",
                    "The first run begins one by itself."));
    var signed = plimsoll.checkpoints(project).last();
    var genesis = new LogEntries(old).genesis();
    var remembered =
        signed.map(SignedHead::checkpoint).filter(it -> it.origin().equals(genesis.origin()));
    requireLost(old);
    var size = remembered.map(it -> it.size()).orElse(old.head().size());
    var root =
        remembered
            .map(it -> it.rootHash())
            .orElseGet(() -> RootPass.at(ChainLines.of(old), Set.of(size)).getOrDefault(size, ""));
    return new Genesis.PreviousLog(genesis.origin(), genesis.hash(), size, root, reason);
  }

  private void requireLost(LogStore old) {
    var memory = plimsoll.checkpoints(project);
    if (isBegun() || AuditLog.obstacle(old, memory).isPresent()) {
      return;
    }
    var verdict = new ChainVerification(ChainLines.of(old), plimsoll.storedLog(project).known());
    if (verdict.run() instanceof ChainVerdict.Whole) {
      throw Problem.of(
          NOT_BEGUN,
          "The log is whole and goes on; a new one would only hide where it ends.",
          "Go on with it.");
    }
  }

  /// Whether the place of a new log is there already, and empty.
  private boolean isBegun() {
    return newest().map(log -> log.head().size() == 0).orElse(false);
  }

  private Optional<LogStore> filled() {
    return rows().reversed().stream()
        .map(plimsoll.store()::log)
        .filter(log -> log.head().size() > 0)
        .findFirst();
  }

  private Optional<LogStore> newest() {
    var rows = rows();
    return rows.isEmpty() ? Optional.empty() : Optional.of(plimsoll.store().log(rows.getLast()));
  }

  private List<LogRow> rows() {
    return plimsoll.store().logs().stream()
        .filter(row -> row.project().equals(project))
        .sorted(Comparator.comparingLong(LogRow::epoch))
        .toList();
  }

  /// Stage one.
  LogStore place() {
    return isBegun() ? newest().orElseThrow() : plimsoll.store().begin(project);
  }

  /// Stage two.
  void create(LogStore place, Genesis.PreviousLog previous) {
    if (place.head().size() == 0) {
      AuditLog.openAfter(
          previous,
          place,
          plimsoll.keeper(plimsoll.keyRing().of(place)),
          plimsoll.checkpoints(project));
    }
  }

  /// Stage three.
  void sign(LogStore place) {
    AuditLog.open(
            place, plimsoll.keeper(plimsoll.keyRing().of(place)), plimsoll.checkpoints(project))
        .publish("beginning of a new log");
  }
}
