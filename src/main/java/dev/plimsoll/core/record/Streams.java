package dev.plimsoll.core.record;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests of streams: memory does not grow with them.
final class Streams {
  private static final int BLOCK = 64 * 1024;

  private Streams() {}

  /// SHA-256 of what is left in the stream, lower-case hex. Does not close it.
  static String sha256(InputStream in) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    var block = new byte[BLOCK];
    for (var n = in.read(block); n >= 0; n = in.read(block)) {
      digest.update(block, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
