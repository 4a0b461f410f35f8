/// Walks a checklist: attempts, answers, exceptions, pauses, and what is left of them after a
/// crash.
///
/// Every act is appended to the audit chain before it happens and again when it ends; what a run
/// *is* follows from its entries alone ([RunFold]), so that a window that closes, or a process that
/// dies, loses nothing. Approvals are signed while a run is walked, which is why this package may
/// use `core.trust`.
@NullMarked
package dev.plimsoll.core.run;

import org.jspecify.annotations.NullMarked;
