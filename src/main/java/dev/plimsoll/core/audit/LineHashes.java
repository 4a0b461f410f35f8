package dev.plimsoll.core.audit;

import dev.plimsoll.core.audit.scan.Bytes;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// The hashes of lines that lie behind each other, and the full subtrees of RFC 6962 over them that
/// fit between the first and the last, wherever in the log that is. Used again; for one thread.
final class LineHashes {
  private static final int HASH = 32;
  private static final int SMALL = 1024;
  private static final int HEIGHTS = 40;

  private final MessageDigest digest;
  private final byte[] pair = new byte[1 + 2 * HASH];
  private final byte[][] nodes = new byte[HEIGHTS][0];
  private byte[] own = new byte[SMALL * HASH];
  private int lines;
  private long first;

  LineHashes() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    nodes[0] = new byte[SMALL * HASH];
    pair[0] = 1;
  }

  void clear() {
    lines = 0;
  }

  /// One line more: its hash and its leaf. The byte before it is changed for a moment.
  void add(byte[] bytes, int start, int end) {
    if (own.length < (lines + 1) * HASH) {
      own = Arrays.copyOf(own, 2 * own.length);
      nodes[0] = Arrays.copyOf(nodes[0], 2 * nodes[0].length);
    }
    digest.update(bytes, start, end - start);
    digestInto(own, lines);
    var before = bytes[start - 1];
    bytes[start - 1] = 0;
    digest.update(bytes, start - 1, end - start + 1);
    bytes[start - 1] = before;
    digestInto(nodes[0], lines);
    lines++;
  }

  private void digestInto(byte[] hashes, int index) {
    try {
      digest.digest(hashes, index * HASH, HASH);
    } catch (DigestException e) {
      throw new IllegalStateException("32 bytes are enough for SHA-256", e);
    }
  }

  /// Makes the subtrees, the first line being of this number in the log.
  void tree(long firstLine) {
    first = firstLine;
    for (var height = 1; height < HEIGHTS; height++) {
      var from = start(height);
      var count = (int) Math.max(0, ((first + lines) >> height) - from);
      if (nodes[height].length < count * HASH) {
        nodes[height] = new byte[Integer.highestOneBit(count) * 2 * HASH];
      }
      for (var i = 0; i < count; i++) {
        var left = (int) (2 * (from + i) - start(height - 1));
        System.arraycopy(nodes[height - 1], left * HASH, pair, 1, 2 * HASH);
        digest.update(pair, 0, pair.length);
        digestInto(nodes[height], i);
      }
      if (count == 0) {
        return;
      }
    }
  }

  /// The first subtree of this height that begins in here.
  private long start(int height) {
    return (first + (1L << height) - 1) >> height;
  }

  /// The tree up to this size, from one that ends in here.
  Merkle grown(Merkle tree, long size) {
    var grown = tree;
    while (grown.size() < size) {
      var at = grown.size();
      var height =
          Math.min(
              Long.numberOfTrailingZeros(at), Long.SIZE - 1 - Long.numberOfLeadingZeros(size - at));
      var from = (int) ((at >> height) - start(height)) * HASH;
      grown = grown.plus(Arrays.copyOfRange(nodes[height], from, from + HASH), height);
    }
    return grown;
  }

  /// Whether 64 hex digits are the hash of this line.
  boolean isNamed(int line, byte[] bytes, int at) {
    return Bytes.isHex(bytes, at, own, line * HASH);
  }

  /// The hash of this line.
  String hex(int line) {
    return HexFormat.of().formatHex(own, line * HASH, (line + 1) * HASH);
  }
}
