package dev.plimsoll.core.audit.proof;

import dev.plimsoll.core.audit.Merkle;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// That a tree only added to an earlier one (RFC 9162, section 2.1.4). Immutable.
///
/// @param from lines of the earlier tree; to one of none everything is an addition, and there is
///   nothing to prove
/// @param to lines of the later tree
/// @param hashes lower-case hex
/// @param ends what it leads from and to, as its maker saw them
public record ConsistencyProof(long from, long to, List<String> hashes, Ends ends) {

  /// @param fromRoot root of the earlier tree, lower-case hex
  /// @param toRoot root of the later tree, lower-case hex
  public record Ends(String fromRoot, String toRoot) {}

  public ConsistencyProof {
    hashes = List.copyOf(hashes);
  }

  /// Whether the proof leads from what it says to what it says.
  public boolean holds() {
    return holds(from, to, hashes, ends);
  }

  /// Whether hashes lead from one root to another: the algorithm of RFC 9162, section 2.1.4.2.
  /// Shares nothing with what makes proofs. Never throws; hashes that are none are "no".
  public static boolean holds(long from, long to, List<String> hashes, Ends ends) {
    if (from < 0 || to < from) {
      return false;
    }
    if (from == 0) {
      return hashes.isEmpty() && ends.fromRoot().equals(Merkle.EMPTY.rootHash());
    }
    if (from == to) {
      return hashes.isEmpty() && ends.fromRoot().equals(ends.toRoot());
    }
    try {
      return climbs(from, to, hashes, ends);
    } catch (IllegalArgumentException notHex) {
      return false;
    }
  }

  private static boolean climbs(long from, long to, List<String> hashes, Ends ends) {
    var path = new ArrayList<>(hashes);
    if (Long.bitCount(from) == 1) {
      path.addFirst(ends.fromRoot());
    }
    if (path.isEmpty()) {
      return false;
    }
    var fn = from - 1;
    var sn = to - 1;
    while ((fn & 1) == 1) {
      fn >>= 1;
      sn >>= 1;
    }
    var fromRoot = Hashes.parse(path.getFirst());
    var toRoot = fromRoot;
    for (var text : path.subList(1, path.size())) {
      var hash = Hashes.parse(text);
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        fromRoot = Merkle.node(hash, fromRoot);
        toRoot = Merkle.node(hash, toRoot);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>= 1;
          sn >>= 1;
        }
      } else {
        toRoot = Merkle.node(toRoot, hash);
      }
      fn >>= 1;
      sn >>= 1;
    }
    return sn == 0 && hex(fromRoot).equals(ends.fromRoot()) && hex(toRoot).equals(ends.toRoot());
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
