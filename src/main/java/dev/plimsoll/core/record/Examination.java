package dev.plimsoll.core.record;

import dev.plimsoll.core.audit.Checkpoint;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.record.RecordVerification.Against;
import dev.plimsoll.core.trust.CanonicalJson;
import dev.plimsoll.core.trust.Digests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A bundle under examination: what was read of it once, for all six verdicts.
///
/// @param bytes of `release-record.json`
/// @param statement the record, or null where the bytes are none
/// @param unreadable why they are none, or null
/// @param log null where the bundle holds no log
/// @param checkpoint null where the bundle holds none that can be read
@SuppressWarnings(
    "ArrayRecordComponent") // the bytes are what is examined; nobody compares examinations
record Examination(
    Bundle bundle,
    Against against,
    byte[] bytes,
    @Nullable Statement statement,
    @Nullable String unreadable,
    @Nullable LogReading log,
    @Nullable Checkpoint checkpoint) {

  static Examination of(Bundle bundle, Against against) throws IOException {
    var bytes = bundle.bytes(BundleNames.RECORD, CanonicalJson.RECORD_MAX);
    Statement statement = null;
    String unreadable = null;
    try {
      statement = Statement.parse(bytes);
    } catch (NotARecord e) {
      unreadable = e.reason();
    }
    var checkpoint = checkpoint(bundle);
    var sizes = new HashSet<Long>();
    against.kept().forEach(kept -> sizes.add(kept.checkpoint().size()));
    against.pins().forEach(pin -> sizes.add(pin.entries()));
    var pinned = statement == null ? 0 : statement.record().ground().auditLog().size();
    sizes.add(pinned);
    if (checkpoint != null) {
      sizes.add(checkpoint.size());
    }
    var log =
        bundle.has(BundleNames.AUDIT)
            ? LogReading.of(
                bundle.open(BundleNames.AUDIT),
                new LogReading.Wanted(Digests.sha256Hex(bytes), pinned, sizes, runs(statement)))
            : null;
    return new Examination(bundle, against, bytes, statement, unreadable, log, checkpoint);
  }

  private static Set<String> runs(@Nullable Statement statement) {
    return statement == null
        ? Set.of()
        : statement.record().runs().stream().map(ReleaseRecord.Run::id).collect(Collectors.toSet());
  }

  private static @Nullable Checkpoint checkpoint(Bundle bundle) throws IOException {
    if (!bundle.has(BundleNames.CHECKPOINT)) {
      return null;
    }
    try {
      return Checkpoint.parse(
          new String(
              bundle.bytes(BundleNames.CHECKPOINT, BundleLimits.TEXT_MAX), StandardCharsets.UTF_8));
    } catch (Problem e) {
      return null;
    }
  }

  boolean isBare() {
    return bundle.form() == Bundle.Form.BARE;
  }

  /// What the log says about this record, where the chain is whole.
  Optional<LoggedRecord> logged() {
    return log == null || log.whole().isEmpty() ? Optional.empty() : log.logged();
  }
}
