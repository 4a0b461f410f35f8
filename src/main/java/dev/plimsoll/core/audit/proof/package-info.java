/// Proofs over the Merkle tree of a log (RFC 9162, section 2.1): that an entry stands in it, and
/// that a later tree only added to an earlier one (docs/formats/audit-chain.md, "Proofs").
@NullMarked
package dev.plimsoll.core.audit.proof;

import org.jspecify.annotations.NullMarked;
