package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.AuditLog;
import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.audit.EvidenceStore;
import dev.plimsoll.core.audit.LogEntry;
import dev.plimsoll.core.model.Evidence;
import dev.plimsoll.core.trust.CanonicalJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Gathers the files of a bundle, in their order, out of the log and the kept evidence.
final class BundleAssembly {
  private final AuditLog log;
  private final EvidenceStore store;

  BundleAssembly(AuditLog log, EvidenceStore store) {
    this.log = log;
    this.store = store;
  }

  /// @param checkpoint checkpoint B: the log in the bundle ends with the entry it covers last
  List<BundlePart> parts(LoggedRecord logged, Checkpoint checkpoint) throws IOException {
    var parts = new ArrayList<BundlePart>();
    for (var file : logged.files()) {
      parts.add(new BundlePart(file.name(), out -> copy(file.sha256(), out)));
    }
    parts.add(
        BundlePart.of(
            BundleNames.CHECKPOINT, checkpoint.encode().getBytes(StandardCharsets.UTF_8)));
    parts.add(new BundlePart(BundleNames.AUDIT, out -> lines(checkpoint.size(), out)));
    statement(logged)
        .record()
        .evidence()
        .map(Evidence::sha256)
        .distinct()
        .sorted()
        .forEach(digest ->
            parts.add(new BundlePart(BundleNames.evidence(digest), out -> copy(digest, out))));
    return parts;
  }

  private Statement statement(LoggedRecord logged) throws IOException {
    try (var in = store.open(logged.sha256())) {
      return Statement.parse(in.readNBytes(CanonicalJson.RECORD_MAX));
    }
  }

  /// The log as JSON Lines; memory does not grow with it.
  private void lines(long size, OutputStream out) throws IOException {
    for (var entry : (Iterable<LogEntry>) log.all().limit(size)::iterator) {
      out.write(entry.line().getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }
  }

  private void copy(String sha256, OutputStream out) throws IOException {
    try (var in = store.open(sha256)) {
      in.transferTo(out);
    }
  }
}
