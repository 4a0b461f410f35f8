package dev.plimsoll.core.check.secrets;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.Position;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/// One secret that was found, without the secret.
///
/// @param file relative to the repository; what lies in an archive as `archive!/entry`
/// @param fingerprint of the rule and the secret: the same wherever it stands
record Found(SecretRule rule, String file, int line, String fingerprint) {
  static final Comparator<Found> BY_PLACE =
      Comparator.comparing((Found one) -> one.file())
          .thenComparingInt(Found::line)
          .thenComparing(one -> one.fingerprint());

  /// The first 16 hexadecimal digits of SHA-256 over the rule's id, a line feed, and the secret.
  static String fingerprint(String rule, String secret) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((rule + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of()
          .formatHex(digest.digest(secret.getBytes(StandardCharsets.ISO_8859_1)), 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  Finding finding() {
    return Finding.error(
        rule.title() + " (" + rule.id() + ", fingerprint " + fingerprint + ").",
        Position.of(file, line),
        "Take it out and have it revoked; if it is no secret, allow its fingerprint with a"
            + " reason.");
  }
}
