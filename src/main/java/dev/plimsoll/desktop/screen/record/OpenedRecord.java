package dev.plimsoll.desktop.screen.record;

import dev.plimsoll.core.record.ReleaseRecord;
import dev.plimsoll.core.record.SeenBefore;
import dev.plimsoll.core.record.Verification;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A record as it was read: what it says, and what came of verifying it. Immutable.
///
/// @param record null where its bytes are none
/// @param sha256 digest of the record's bytes; empty where they are none
/// @param signatures names of its signature files
/// @param checked null while no trust file was chosen
record OpenedRecord(
    Path file,
    @Nullable ReleaseRecord record,
    String sha256,
    List<String> signatures,
    @Nullable Checked checked) {
  OpenedRecord {
    signatures = List.copyOf(signatures);
  }

  /// @param people how many people the trust file names
  /// @param seen what its log is to the one that the person remembered
  record Checked(Verification verification, Trust trust, int people, SeenBefore.Relation seen) {}
}
