package dev.plimsoll.core.model;

import java.time.Instant;

/// A sign-off that was given.
///
/// @param step the sign-off step's id; empty when the release as a whole was approved
/// @param signer the principal and key
/// @param role the role it was given in
/// @param meaning what the signature means: `approved`
/// @param statement digest and bytes' address of the signed statement (evidence, canonical JSON)
/// @param signature the SSHSIG over it (evidence, armored text)
/// @param subject digest over everything that was on screen; when it changes, the approval is stale
public record Approval(
    String step,
    Actor signer,
    String role,
    String meaning,
    Evidence statement,
    Evidence signature,
    String subject,
    Instant signedOn) {}
