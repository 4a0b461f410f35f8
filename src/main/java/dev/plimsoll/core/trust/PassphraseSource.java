package dev.plimsoll.core.trust;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Asks for the passphrase of a key file; called only when the file is encrypted, at most once per
/// opening, on the thread that opens it.
@FunctionalInterface
public interface PassphraseSource {
  /// The passphrase, which the caller overwrites after use, or null when there is none to give.
  char @Nullable [] passphraseFor(Path keyFile);

  /// For keys that are expected to stand unencrypted.
  static PassphraseSource none() {
    return keyFile -> null;
  }
}
