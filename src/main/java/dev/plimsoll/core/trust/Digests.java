package dev.plimsoll.core.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-2 digests; as text they are lower-case hexadecimal. Stateless and safe for any number of
/// threads.
public final class Digests {
  private static final int SMALL_BLOCK = 8 * 1024;
  private static final int BLOCK = 128 * 1024;

  private Digests() {}

  /// 32 bytes.
  public static byte[] sha256(byte[] bytes) {
    return algorithm("SHA-256").digest(bytes);
  }

  /// 64 characters.
  public static String sha256Hex(byte[] bytes) {
    return HexFormat.of().formatHex(sha256(bytes));
  }

  /// The digest of a file's content, read in blocks: memory does not grow with the file.
  public static String sha256Hex(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return sha256Hex(in);
    }
  }

  /// The digest of what is left of a stream, which is not closed.
  public static String sha256Hex(InputStream in) throws IOException {
    MessageDigest digest = algorithm("SHA-256");
    byte[] block = new byte[Math.clamp(in.available() + 1L, SMALL_BLOCK, BLOCK)];
    for (int n = in.read(block); n >= 0; n = in.read(block)) {
      digest.update(block, 0, n);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// Takes bytes that are to be digested, piece by piece.
  public interface Sink {
    void take(byte[] bytes, int from, int count);
  }

  /// Gives bytes piece by piece.
  public interface Pieces {
    void to(Sink sink);
  }

  /// The digest of bytes that are never held together.
  public static String sha256Hex(Pieces pieces) {
    MessageDigest digest = algorithm("SHA-256");
    pieces.to(digest::update);
    return HexFormat.of().formatHex(digest.digest());
  }

  /// 64 bytes.
  public static byte[] sha512(byte[] bytes) {
    return algorithm("SHA-512").digest(bytes);
  }

  private static MessageDigest algorithm(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has " + name, e);
    }
  }
}
