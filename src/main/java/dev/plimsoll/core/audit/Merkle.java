package dev.plimsoll.core.audit;

import dev.plimsoll.core.trust.Digests;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The Merkle tree of RFC 6962, section 2.1, over the lines of a log, kept as the roots of its full
/// subtrees: enough to add a line and to tell the root, without the lines. Immutable: a tree from
/// before stays what it was and shares its nodes with the later ones, so keeping the trees of many
/// sizes is cheap.
public final class Merkle {
  public static final Merkle EMPTY = new Merkle(0, null);

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final long size;
  private final @Nullable Peak last;

  /// Root of a full subtree of 2^height lines.
  private static final class Peak {
    private final byte[] hash;
    private final int height;
    private final @Nullable Peak before;

    Peak(byte[] hash, int height, @Nullable Peak before) {
      this.hash = hash;
      this.height = height;
      this.before = before;
    }
  }

  private Merkle(long size, @Nullable Peak last) {
    this.size = size;
    this.last = last;
  }

  /// The tree with one more line.
  public Merkle plus(byte[] line) {
    return plusLeaf(leaf(line));
  }

  /// The tree with one more line, of which only the [#leaf(byte[])] is at hand.
  public Merkle plusLeaf(byte[] leaf) {
    return plus(leaf, 0);
  }

  /// The tree with a full subtree of 2^height lines more, where its size is a multiple of that.
  Merkle plus(byte[] root, int height) {
    var hash = root;
    var grown = height;
    var before = last;
    while (before != null && before.height == grown) {
      hash = node(before.hash, hash);
      grown++;
      before = before.before;
    }
    return new Merkle(size + (1L << height), new Peak(hash, grown, before));
  }

  /// How many lines it covers.
  public long size() {
    return size;
  }

  /// The root: 32 bytes, of no line at all the digest of nothing.
  public byte[] root() {
    if (last == null) {
      return Digests.sha256(new byte[0]);
    }
    var hash = last.hash;
    for (var peak = last.before; peak != null; peak = peak.before) {
      hash = node(peak.hash, hash);
    }
    return hash.clone();
  }

  /// [#root()] as lower-case hex.
  public String rootHash() {
    return HexFormat.of().formatHex(root());
  }

  /// The roots of the full subtrees, largest first, lower-case hex: what [#ofPeaks(long, List)]
  /// needs to go on.
  public List<String> peaks() {
    var peaks = new ArrayList<String>();
    for (var peak = last; peak != null; peak = peak.before) {
      peaks.addFirst(HexFormat.of().formatHex(peak.hash));
    }
    return List.copyOf(peaks);
  }

  /// The tree of `size` lines whose [#peaks()] were kept.
  ///
  /// @throws IllegalArgumentException where the number of peaks is not that of such a tree, or one
  ///   is no digest
  public static Merkle ofPeaks(long size, List<String> peaks) {
    if (size < 0 || Long.bitCount(size) != peaks.size()) {
      throw new IllegalArgumentException(
          peaks.size() + " peaks do not make a tree of " + size + " lines");
    }
    Peak last = null;
    var rest = size;
    for (var text : peaks) {
      var hash = HexFormat.of().parseHex(text);
      if (hash.length != 32) {
        throw new IllegalArgumentException("not a SHA-256 digest: " + text);
      }
      var whole = Long.highestOneBit(rest);
      last = new Peak(hash, Long.numberOfTrailingZeros(whole), last);
      rest -= whole;
    }
    return new Merkle(size, last);
  }

  /// The hash of a line as a leaf: `SHA-256(00 || line)`.
  public static byte[] leaf(byte[] line) {
    return Digests.sha256(prefixed(LEAF, line, new byte[0]));
  }

  /// The hash over two subtrees: `SHA-256(01 || left || right)`.
  public static byte[] node(byte[] left, byte[] right) {
    return Digests.sha256(prefixed(NODE, left, right));
  }

  private static byte[] prefixed(byte prefix, byte[] left, byte[] right) {
    var bytes = new byte[1 + left.length + right.length];
    bytes[0] = prefix;
    System.arraycopy(left, 0, bytes, 1, left.length);
    System.arraycopy(right, 0, bytes, 1 + left.length, right.length);
    return bytes;
  }
}
