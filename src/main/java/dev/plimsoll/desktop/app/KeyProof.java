package dev.plimsoll.desktop.app;

import dev.plimsoll.core.Keys;
import dev.plimsoll.desktop.screen.settings.Proof;
import java.util.Arrays;

/// Proves a key of this machine.
final class KeyProof implements Proof {
  private final Keys keys;
  private final Identity identity;

  KeyProof(Keys keys, Identity identity) {
    this.keys = keys;
    this.identity = identity;
  }

  @Override
  public void prove(String fingerprint, char[] passphrase) {
    try (var signer =
        keys.open(RepositoryKeys.choice(keys, fingerprint), _ -> passphrase.clone())) {
      identity.prove(signer);
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  @Override
  public void forget() {
    identity.forget();
  }

  /// Proves the key the person chose earlier, where that takes no passphrase; else they stay
  /// unauthenticated until they prove it.
  void proveAgain(String fingerprint) {
    keys.list().stream()
        .filter(key -> key.fingerprint().equals(fingerprint))
        .filter(key -> key.obstacle() == null && !key.encrypted())
        .findFirst()
        .ifPresent(key -> prove(fingerprint, new char[0]));
  }
}
