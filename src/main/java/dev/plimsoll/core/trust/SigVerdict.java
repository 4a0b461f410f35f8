package dev.plimsoll.core.trust;

/// What one signature proves. Only [Valid] is good news, and it speaks of a key: whose key that is,
/// the trust file says.
public sealed interface SigVerdict {
  /// Made by this key over exactly these bytes for this purpose.
  record Valid(Ed25519PublicKey publicKey) implements SigVerdict {}

  /// Not a signature of these bytes.
  ///
  /// @param sentence one sentence for a person
  record Invalid(TrustCode code, String sentence) implements SigVerdict {}

  /// A kind of signature that this program cannot check; neither good nor bad.
  ///
  /// @param sentence one sentence for a person
  record CouldNotTell(String sentence) implements SigVerdict {}
}
