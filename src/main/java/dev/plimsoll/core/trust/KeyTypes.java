package dev.plimsoll.core.trust;

import java.util.Set;

/// The names of key types that OpenSSH knows (`ssh -Q key-plain`). Certificates are not among them:
/// a trust file names keys.
final class KeyTypes {
  private static final Set<String> KNOWN =
      Set.of(
          Ed25519PublicKey.TYPE,
          "sk-ssh-ed25519@openssh.com",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521",
          "sk-ecdsa-sha2-nistp256@openssh.com",
          "ssh-rsa");

  private KeyTypes() {}

  static boolean isKnown(String type) {
    return KNOWN.contains(type);
  }
}
