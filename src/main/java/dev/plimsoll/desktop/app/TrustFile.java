package dev.plimsoll.desktop.app;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.AllowedSigners;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Whose key is whose, by `.plimsoll/allowed_signers`.
final class TrustFile {
  private TrustFile() {}

  /// Nobody's where the file is absent or cannot be read: the gate says so where it matters.
  static Optional<String> principalOf(Path root, String fingerprint) {
    var file = root.resolve(".plimsoll").resolve("allowed_signers");
    try {
      return AllowedSigners.parse(Files.readString(file), ".plimsoll/allowed_signers")
          .entries()
          .stream()
          .filter(entry -> entry.fingerprint().equals(fingerprint))
          .map(AllowedSigners.Entry::principal)
          .findFirst();
    } catch (IOException | Problem unreadable) {
      return Optional.empty();
    }
  }
}
