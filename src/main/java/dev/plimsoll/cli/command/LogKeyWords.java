package dev.plimsoll.cli.command;

import dev.plimsoll.core.audit.proof.Vkey;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.nio.file.Files;
import java.nio.file.Path;

/// A log's public key as a person gives it: a verifier key, an OpenSSH line, or a file with one of
/// them.
final class LogKeyWords {
  private LogKeyWords() {}

  static Ed25519PublicKey key(Invocation invocation, String words) {
    var text = words.strip();
    if (!text.startsWith(Ed25519PublicKey.TYPE + " ")
        && Files.isRegularFile(invocation.path(Path.of(text)))) {
      text = TextFiles.read(invocation, Path.of(text), "Log key not read").strip();
    }
    return text.startsWith(Ed25519PublicKey.TYPE + " ")
        ? Ed25519PublicKey.fromOpenSsh(text)
        : Vkey.parse(text).key();
  }
}
