/// Restore points: take, verify, restore, drill, prune (docs/formats/backup.md).
///
/// A backup that was *made* has its name; one that is *verified* had every byte read back; one that
/// is *proven* was restored into a scratch folder and held there against its manifest and the set's
/// invariants.
@NullMarked
package dev.plimsoll.core.backup;

import org.jspecify.annotations.NullMarked;
