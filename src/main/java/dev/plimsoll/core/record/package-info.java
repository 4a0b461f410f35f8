/// The release record: the signed statement over all runs of a release, the bundle it travels in,
/// the page a person reads, and its verification (docs/formats/release-record.md).
///
/// Sealing goes one way: facts and the gate's decisions come in, a statement is drafted, its bytes
/// are kept, signed and logged, and everything that proves it is packed into one file. Verification
/// starts from those bytes again and trusts nothing that lies in the bundle: whose key is whose is
/// told from outside.
@NullMarked
package dev.plimsoll.core.record;

import org.jspecify.annotations.NullMarked;
