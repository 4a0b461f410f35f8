package dev.plimsoll.core.git;

import java.nio.file.Path;

/// How an annotated tag is signed.
public sealed interface TagSigning {
  /// Not at all, whatever git is configured to do.
  record Unsigned() implements TagSigning {}

  /// As git's own configuration says (`user.signingKey`, `gpg.format`).
  record Configured() implements TagSigning {}

  /// With an OpenSSH key. Where an agent holds the key it signs; a key with a passphrase that no
  /// agent holds is refused.
  ///
  /// @param file the private key, or its public half where an agent holds the private one
  record SshKey(Path file) implements TagSigning {}
}
