package dev.plimsoll.desktop.app;

import dev.plimsoll.core.Plimsoll;
import dev.plimsoll.core.SampleRepository;
import dev.plimsoll.core.trust.KeyFiles;
import dev.plimsoll.core.trust.PassphraseSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Makes the sample ready to be walked to its end: with a key of its own, without a passphrase,
/// that is proven at once and counts in the sample only.
final class SampleMaker {
  private static final String KEY = "sample";

  private final Plimsoll plimsoll;
  private final Identity identity;

  SampleMaker(Plimsoll plimsoll, Identity identity) {
    this.plimsoll = plimsoll;
    this.identity = identity;
  }

  void create(Path folder) {
    var user = System.getProperty("user.name", "you").toLowerCase(Locale.ROOT);
    var principal = user.replaceAll("[^a-z0-9._-]", "") + "@example.org";
    var file = plimsoll.keys().folder().resolve(KEY);
    if (!Files.exists(file)) {
      plimsoll.keys().create(KEY, "for the sample only", null);
    }
    try (var signer = KeyFiles.open(file, PassphraseSource.none())) {
      SampleRepository.create(
          folder, principal, signer.publicKey(), plimsoll.installation().clock());
      identity.prove(signer);
    }
  }
}
