package dev.plimsoll.core.checklist;

/// A person with a key, for a project file and its trust file.
///
/// @param principal as in `allowed_signers`
/// @param name for people to read
/// @param publicKey `ssh-ed25519 AAAA...`, with or without a comment; empty where there is none yet
public record Signatory(String principal, String name, String publicKey) {
  /// The person's line in `allowed_signers`, without its end.
  String line() {
    return publicKey.isBlank()
        ? "# " + principal + " ssh-ed25519 AAAA..."
        : principal + " " + publicKey.strip();
  }
}
