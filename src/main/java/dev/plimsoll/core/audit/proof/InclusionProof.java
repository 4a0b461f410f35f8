package dev.plimsoll.core.audit.proof;

import dev.plimsoll.core.audit.Merkle;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// That one line stands in a tree (RFC 9162, section 2.1.3). Immutable.
///
/// @param index of the line, from 0
/// @param size lines in the tree
/// @param hashes from the leaf's sibling up to the root's child, lower-case hex
/// @param ends what it leads from and to, as its maker saw them
public record InclusionProof(long index, long size, List<String> hashes, Ends ends) {

  /// @param leafHash [Merkle#leaf(byte[])] of the line, lower-case hex
  /// @param rootHash root of the tree, lower-case hex
  public record Ends(String leafHash, String rootHash) {}

  public InclusionProof {
    hashes = List.copyOf(hashes);
  }

  /// Whether hashes lead from a leaf to a root: the algorithm of RFC 9162, section 2.1.3.2. Shares
  /// nothing with what makes proofs. Never throws; hashes that are none are "no".
  ///
  /// @param leaf [Merkle#leaf(byte[])] of the line
  /// @param rootHash lower-case hex
  public static boolean holds(
      long index, long size, List<String> hashes, byte[] leaf, String rootHash) {
    if (index < 0 || index >= size) {
      return false;
    }
    try {
      return Arrays.equals(
          climbed(index, size - 1, hashes, leaf), HexFormat.of().parseHex(rootHash));
    } catch (IllegalArgumentException notHex) {
      return false;
    }
  }

  /// The root that the hashes lead to, or nothing where there are too many or too few.
  private static byte[] climbed(long index, long last, List<String> hashes, byte[] leaf) {
    var fn = index;
    var sn = last;
    var root = leaf;
    for (var text : hashes) {
      var hash = Hashes.parse(text);
      if (sn == 0) {
        return new byte[0];
      }
      if ((fn & 1) == 1 || fn == sn) {
        root = Merkle.node(hash, root);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        root = Merkle.node(root, hash);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 ? root : new byte[0];
  }
}
