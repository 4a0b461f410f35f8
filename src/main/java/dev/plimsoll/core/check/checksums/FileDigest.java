package dev.plimsoll.core.check.checksums;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Digests of files, however large, a piece at a time.
final class FileDigest {
  private static final int PIECE = 1 << 16;

  private FileDigest() {}

  /// @throws InterruptedException as soon as somebody cancels
  static String of(Path file) throws IOException, InterruptedException {
    var digest = sha256();
    each(file, (bytes, length) -> digest.update(bytes, 0, length));
    return hex(digest);
  }

  /// Takes the next bytes of a file.
  interface Piece {
    void take(byte[] bytes, int length);
  }

  static void each(Path file, Piece piece) throws IOException, InterruptedException {
    var bytes = new byte[PIECE];
    try (InputStream in = Files.newInputStream(file)) {
      for (var length = in.read(bytes); length >= 0; length = in.read(bytes)) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        piece.take(bytes, length);
      }
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }
}
