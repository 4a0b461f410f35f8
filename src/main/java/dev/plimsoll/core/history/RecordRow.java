package dev.plimsoll.core.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One signed release record as the history lists it.
///
/// @param n grows with time; names the row in a [Page]
/// @param sha256 of the record's bytes
/// @param outcome `READY`, `RELEASED` ...
/// @param bundle address of the bundle in the evidence store
/// @param seq the entry `record.signed`
public record RecordRow(
    long n,
    String project,
    String product,
    String version,
    String sha256,
    String outcome,
    @Nullable String bundle,
    List<String> signers,
    Instant signedOn,
    long seq) {
  public RecordRow {
    signers = List.copyOf(signers);
  }
}
