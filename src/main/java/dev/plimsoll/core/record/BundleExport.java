package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Packs the bundle of a record that was signed: again, or for the first time where sealing was cut
/// short after the record had been logged. Packed again it has the same bytes.
public final class BundleExport {
  private final AuditLog log;
  private final EvidenceStore store;

  public BundleExport(AuditLog log, EvidenceStore store) {
    this.log = log;
    this.store = store;
  }

  /// @param sha256 the record's name
  /// @param folder where the bundle is written; made where it is missing
  /// @throws Problem where the log names no such record, what it names is no longer kept, or the
  ///   file exists
  public SealedRecord export(String sha256, Path folder) {
    var entry = entry(sha256);
    var logged = LoggedRecord.of(entry);
    var target = folder.resolve(BundleNames.bundle(logged.product(), logged.version()));
    refuseExisting(target);
    try {
      return pack(logged, target, entry.actor());
    } catch (IOException e) {
      throw Problem.of(
          "Bundle not written",
          "A file could not be read or written: " + e.getMessage() + ".",
          "Make room on the disk or give yourself access to " + folder + ", then try again.",
          e);
    }
  }

  static void refuseExisting(Path target) {
    if (Files.exists(target)) {
      throw Problem.of(
          "Bundle not written",
          "The file " + target + " exists already.",
          "Move it away, or choose another folder.");
    }
  }

  private LogEntry entry(String sha256) {
    return log.all()
        .filter(entry -> LoggedRecord.isOf(entry, sha256))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                "Bundle not written",
                "The log names no record " + sha256 + ".",
                "Choose one of the records in the history."));
  }

  SealedRecord pack(LoggedRecord logged, Path target, Actor actor) throws IOException {
    BundleWriter.write(target, new BundleAssembly(log, store).parts(logged, checkpoint(logged)));
    try (var in = Files.newInputStream(target)) {
      var bundle = store.keep(target.getFileName().toString(), "application/zip", in);
      if (log.all().skip(logged.seq()).noneMatch(entry -> isAttached(entry, logged, bundle))) {
        log.append(Event.EVIDENCE_ATTACHED, actor, logged.attached(bundle));
      }
      return new SealedRecord(target, logged.sha256(), bundle, logged.outcome(), logged.seq());
    }
  }

  private static boolean isAttached(LogEntry entry, LoggedRecord logged, Evidence bundle) {
    return entry.event().equals(Event.EVIDENCE_ATTACHED.word())
        && logged.sha256().equals(entry.data().get("record"))
        && Members.of(entry.data(), entry.event())
            .object("evidence")
            .hex("sha256")
            .equals(bundle.sha256());
  }

  /// Checkpoint B: the first one over the record's entry, or one made now.
  private Checkpoint checkpoint(LoggedRecord logged) {
    return log.all()
        .skip(logged.seq())
        .filter(entry -> entry.event().equals(Event.CHECKPOINT_PUBLISHED.word()))
        .map(entry -> Checkpoint.parse(String.valueOf(entry.data().get("note"))))
        .filter(checkpoint -> checkpoint.size() > logged.seq())
        .findFirst()
        .orElseGet(() -> log.publish("bundle of " + logged.product() + " " + logged.version()));
  }
}
