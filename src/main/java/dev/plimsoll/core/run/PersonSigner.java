package dev.plimsoll.core.run;

import dev.plimsoll.core.trust.Signer;

/// A person about to sign.
///
/// @param principal as in the trust file
/// @param role the role they sign in
/// @param signer their key; the caller closes it
public record PersonSigner(String principal, String role, Signer signer) {}
