package dev.plimsoll.core.trust;

import java.util.Optional;

/// A key that the agent offers.
///
/// @param type OpenSSH's name of its type
/// @param fingerprint `SHA256:...`
/// @param comment what its owner wrote beside it; proves nothing
/// @param key the public key when it is a plain Ed25519 key
public record AgentKey(
    String type, String fingerprint, String comment, Optional<Ed25519PublicKey> key) {
  static AgentKey of(byte[] blob, String comment) throws Malformed {
    String type = PublicKeyLine.typeOf(blob);
    Optional<Ed25519PublicKey> key =
        type.equals(Ed25519PublicKey.TYPE)
            ? Optional.of(Ed25519PublicKey.readBlob(blob))
            : Optional.empty();
    return new AgentKey(
        Printable.of(type), PublicKeyLine.fingerprint(blob), Printable.of(comment), key);
  }

  /// Why it cannot sign here, one sentence; empty when it can.
  public Optional<String> obstacle() {
    if (key.isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        type.startsWith("sk-")
            ? "Hardware keys ("
                + type
                + ") cannot sign a DSSE envelope, and signing with them is not built in yet."
            : "Only ssh-ed25519 keys sign here; this one is of type " + type + ".");
  }
}
