package dev.plimsoll.core.audit.proof;

import java.util.Base64;
import java.util.HexFormat;

/// The spellings of a SHA-256 hash: lower-case hex here, Base64 in notes and proofs.
final class Hashes {
  private static final int LENGTH = 32;

  private Hashes() {}

  /// @throws IllegalArgumentException for anything but 32 bytes of hex
  static byte[] parse(String hex) {
    var hash = HexFormat.of().parseHex(hex);
    if (hash.length != LENGTH) {
      throw new IllegalArgumentException("not a SHA-256 hash");
    }
    return hash;
  }

  static String base64(String hex) {
    return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
  }

  /// @return lower-case hex
  /// @throws IllegalArgumentException for anything but the one spelling of 32 bytes
  static String ofBase64(String line) {
    var hash = Base64.getDecoder().decode(line);
    if (hash.length != LENGTH || !Base64.getEncoder().encodeToString(hash).equals(line)) {
      throw new IllegalArgumentException("not a SHA-256 hash");
    }
    return HexFormat.of().formatHex(hash);
  }
}
