package dev.plimsoll.desktop.app;

import dev.plimsoll.core.Keys;
import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.run.PersonSigner;
import dev.plimsoll.desktop.kit.Keyring;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The keys of this machine, seen through one repository's trust file.
final class RepositoryKeys implements Keyring<PersonSigner> {
  private final Keys keys;
  private final Path root;

  RepositoryKeys(Keys keys, Path root) {
    this.keys = keys;
    this.root = root;
  }

  @Override
  public List<Key> keys() {
    return keys.list().stream().map(RepositoryKeys::key).toList();
  }

  @Override
  public Optional<String> principalOf(Key key) {
    return TrustFile.principalOf(root, key.fingerprint());
  }

  @Override
  public void with(Key key, Who who, char[] passphrase, Use<PersonSigner> use) throws Exception {
    try (var signer = keys.open(choice(keys, key.fingerprint()), _ -> passphrase.clone())) {
      use.sign(new PersonSigner(who.principal(), who.role(), signer));
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }

  static Keys.Choice choice(Keys keys, String fingerprint) {
    return keys.list().stream()
        .filter(choice -> choice.fingerprint().equals(fingerprint))
        .findFirst()
        .orElseThrow(() ->
            Problem.of(
                "Key not opened",
                "The key " + fingerprint + " is not there any more.",
                "Choose another key, or bring it back."));
  }

  private static Key key(Keys.Choice choice) {
    return new Key(
        choice.label(),
        choice.fingerprint(),
        choice.isInAgent(),
        choice.encrypted(),
        choice.obstacle());
  }
}
