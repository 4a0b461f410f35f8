package dev.plimsoll.core.trust;

import java.nio.file.Path;
import java.util.Optional;

/// A private key file found in a folder, as far as it can be known without its passphrase.
///
/// @param file the private key
/// @param type OpenSSH's name of its type, `ssh-ed25519`
/// @param fingerprint `SHA256:...`
/// @param encrypted whether opening it takes a passphrase
/// @param key the public key when it is an Ed25519 key
/// @param obstacle why it cannot sign here, one sentence; empty when it can
public record KeyListing(
    Path file,
    String type,
    String fingerprint,
    boolean encrypted,
    Optional<Ed25519PublicKey> key,
    Optional<String> obstacle) {
  public boolean isUsable() {
    return obstacle.isEmpty();
  }
}
