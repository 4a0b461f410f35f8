package dev.plimsoll.desktop.app;

import dev.plimsoll.core.Keys;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.KeyListing;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// The key that was proven in this window, where it lies in a file.
final class Keyholder {
  private final Keys keys;
  private final Identity identity;

  Keyholder(Keys keys, Identity identity) {
    this.keys = keys;
    this.identity = identity;
  }

  /// The private key's file; empty for a key in an agent, or when none was proven.
  Optional<Path> file() {
    return listing().map(KeyListing::file);
  }

  Optional<Ed25519PublicKey> publicKey() {
    return listing().flatMap(KeyListing::key);
  }

  private Optional<KeyListing> listing() {
    return identity
        .key()
        .flatMap(fingerprint ->
            keys.list().stream()
                .filter(choice -> choice.fingerprint().equals(fingerprint))
                .map(Keys.Choice::file)
                .flatMap(Stream::ofNullable)
                .map(Path::getParent)
                .flatMap(Stream::ofNullable)
                .flatMap(folder -> KeyFiles.list(folder).stream())
                .filter(listing -> listing.fingerprint().equals(fingerprint))
                .findFirst());
  }
}
