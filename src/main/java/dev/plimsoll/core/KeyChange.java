package dev.plimsoll.core;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.LogEntries;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.history.LogRow;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Signer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Replaces the key that signs this installation's logs. In every log: a last checkpoint by the
/// former key, an entry that names the new one and that the former key signs, a first checkpoint by
/// the new key. Then the new key takes the place of the former.
///
/// Every stage finds out by itself whether it was done: stopped anywhere, the logs are whole, each
/// is signed by the key that its own last entry names, and beginning again goes on.
final class KeyChange {
  private static final String TO = "key rotation";

  private final Plimsoll plimsoll;
  private final String reason;

  /// What became of it.
  ///
  /// @param logs how many were handed over now
  /// @param left logs that were not, each with its reason, in sentences
  record Changed(Signer key, int logs, List<String> left) {
    Changed {
      left = List.copyOf(left);
    }
  }

  KeyChange(Plimsoll plimsoll, String reason) {
    this.plimsoll = plimsoll;
    this.reason = reason;
  }

  /// All stages.
  Changed run() {
    var next = plimsoll.keyRing().beginNext();
    var left = new ArrayList<String>();
    var count = 0;
    for (var row : newest()) {
      try {
        count += handOver(row, next) ? 1 : 0;
      } catch (Problem behind) {
        left.add(row.project() + ": " + behind.where() + " " + behind.next());
      }
    }
    plimsoll.keyRing().finish();
    newest().forEach(row -> plimsoll.closeLedger(row.project()));
    return new Changed(next, count, left);
  }

  private boolean handOver(LogRow row, Signer next) {
    var lines = plimsoll.store().log(row);
    if (lines.head().size() == 0) {
      return false;
    }
    lastByFormer(row, lines, next);
    var named = name(row, lines, next);
    return firstByNext(row, lines, next) || named;
  }

  /// The newest log of every project.
  List<LogRow> newest() {
    var rows = new LinkedHashMap<String, LogRow>();
    for (var row : plimsoll.logs()) {
      rows.merge(row.project(), row, (a, b) -> a.epoch() > b.epoch() ? a : b);
    }
    return List.copyOf(rows.values());
  }

  /// Stage one of a log; nothing where the former key is lost or signed all there is.
  void lastByFormer(LogRow row, LogStore lines, Signer next) {
    var former = former(lines);
    if (isNamed(lines, next) || former.isEmpty()) {
      return;
    }
    open(row, lines, former.get()).publish(TO);
  }

  /// Stage two of a log.
  boolean name(LogRow row, LogStore lines, Signer next) {
    if (isNamed(lines, next)) {
      return false;
    }
    var log = open(row, lines, next);
    former(lines)
        .ifPresentOrElse(signer -> log.rotateKey(signer, reason), () -> log.rotateKey(reason));
    return true;
  }

  /// Stage three of a log.
  boolean firstByNext(LogRow row, LogStore lines, Signer next) {
    var signed =
        plimsoll
            .checkpoints(row.project())
            .last()
            .filter(it -> it.checkpoint().verify(next.publicKey()));
    if (signed.isPresent()) {
      return false;
    }
    open(row, lines, next).publish(TO);
    return true;
  }

  private static boolean isNamed(LogStore lines, Signer next) {
    return new LogEntries(lines).keys().current().equals(next.publicKey());
  }

  private Optional<Signer> former(LogStore lines) {
    return plimsoll.keyRing().any(new LogEntries(lines).keys().current());
  }

  private AuditLog open(LogRow row, LogStore lines, Signer key) {
    var log = AuditLog.open(lines, plimsoll.keeper(key), plimsoll.checkpoints(row.project()));
    log.obstacle()
        .ifPresent(problem -> {
          throw problem;
        });
    return log;
  }
}
