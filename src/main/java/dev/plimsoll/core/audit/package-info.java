/// The audit chain: our own log, its checkpoints, and their verification
/// (docs/formats/audit-chain.md).
///
/// What a log is kept in is somebody else's business: this package declares [LogStore] and
/// [EvidenceStore], the history implements them.
@NullMarked
package dev.plimsoll.core.audit;

import org.jspecify.annotations.NullMarked;
