package dev.plimsoll.core.record;

import dev.plimsoll.core.trust.Signer;

/// A person who signs the record.
///
/// @param principal as the trust file names the person
/// @param printedName the person's name for a reader
/// @param role the role it is signed in: `approver`
/// @param meaning what the signature means; [SignOffStatement#SEALED] unless it approves as well
public record RecordSigner(
    String principal, String printedName, String role, String meaning, Signer signer) {}
