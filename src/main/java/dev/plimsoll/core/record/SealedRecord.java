package dev.plimsoll.core.record;

import dev.plimsoll.core.model.Evidence;
import java.nio.file.Path;

/// A record that was sealed.
///
/// @param path the bundle
/// @param sha256 of `release-record.json`: the record's name
/// @param bundle the bundle's bytes in the evidence store
/// @param seq sequence number of `record.signed`
public record SealedRecord(
    Path path, String sha256, Evidence bundle, RecordOutcome outcome, long seq) {}
