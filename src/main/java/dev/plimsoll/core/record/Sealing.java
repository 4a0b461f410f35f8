package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.Event;
import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.model.Actor;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.record.ReleaseRecord.LogPosition;
import dev.plimsoll.core.trust.AllowedSigners;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Seals a release: drafts its record, has it signed, logs it, and packs the bundle, in the order
/// of docs/formats/release-record.md, "Order of sealing". One at a time for a release; not
/// thread-safe.
///
/// Until `record.signed` is in the log nothing has happened but a published checkpoint. From then
/// on everything that the bundle needs is kept: where packing is cut short, [BundleExport] makes
/// the bundle.
public final class Sealing {
  private final AuditLog log;
  private final EvidenceStore store;
  private final AllowedSigners trusted;
  private final Clock clock;

  /// @param trusted the project's own `.plimsoll/allowed_signers`
  public Sealing(AuditLog log, EvidenceStore store, AllowedSigners trusted, Clock clock) {
    this.log = log;
    this.store = store;
    this.trusted = trusted;
    this.clock = clock;
  }

  /// @param folder where the bundle is written; made where it is missing
  /// @throws Problem where anything stands against it (the gate, the tree, missing evidence, a
  ///   signer the trust file does not name), a signer refuses, or a disk cannot be written
  public SealedRecord seal(SealingRequest request, Path folder) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var candidate = request.matter().release().candidate();
    var target = folder.resolve(BundleNames.bundle(candidate.product(), candidate.version()));
    try {
      BundleExport.refuseExisting(target);
      new Refusals(store, trusted).check(request, now);
      var signOffs = SealedSignOffs.of(request, store, now);
      var position =
          position(
              log.publish("release record of " + candidate.product() + " " + candidate.version()));
      var draft = new Draft(request);
      var signed =
          SignedStatement.sign(
              draft.record(signOffs.approved(), position, backwardSteps(position.size())),
              request.signers());
      var entry = record(request, signed, parts(request, signed, signOffs, now));
      return new BundleExport(log, store).pack(LoggedRecord.of(entry), target, entry.actor());
    } catch (IOException e) {
      throw Problem.of(
          "Record not sealed",
          "A file could not be read or written: " + e.getMessage() + ".",
          "Make room on the disk or give yourself access to " + folder + ", then seal again.",
          e);
    }
  }

  private LogPosition position(Checkpoint checkpoint) {
    var last = log.entries(checkpoint.size() - 1, 1).getFirst();
    return new LogPosition(
        checkpoint.origin(), log.genesis(), checkpoint.size(), checkpoint.rootHash(), last.hash());
  }

  private long backwardSteps(long size) {
    var count = 0L;
    var before = Instant.MIN;
    for (var entry : (Iterable<LogEntry>) log.all().limit(size)::iterator) {
      count += entry.time().isBefore(before) ? 1 : 0;
      before = entry.time();
    }
    return count;
  }

  private static List<BundlePart> parts(
      SealingRequest request, SignedStatement signed, SealedSignOffs signOffs, Instant now) {
    var rendering = new Rendering(signed.statement(), signed.signings(), now);
    var parts = new ArrayList<>(signed.files());
    parts.addAll(SealedTexts.of(request, rendering));
    parts.addAll(signOffs.files());
    return parts;
  }

  /// Keeps every part, then says in the log what was signed.
  private LogEntry record(SealingRequest request, SignedStatement signed, List<BundlePart> parts)
      throws IOException {
    var files = new ArrayList<Evidence>();
    for (var part : parts) {
      var kept =
          store.keep(
              BundleNames.file(part.name()),
              BundleNames.mediaType(part.name()),
              new ByteArrayInputStream(part.bytes()));
      files.add(new Evidence(part.name(), kept.sha256(), kept.mediaType(), kept.size()));
    }
    var sha256 = signed.statement().sha256();
    for (var walk : request.runs()) {
      log.append(
          Event.RUN_SEALED, actor(request), Map.of("run", walk.run().id(), "record", sha256));
    }
    return log.append(Event.RECORD_SIGNED, actor(request), LoggedRecord.payload(signed, files));
  }

  private static Actor actor(SealingRequest request) {
    var first = request.signers().getFirst();
    return new Actor(first.principal(), first.signer().publicKey().fingerprint());
  }
}
