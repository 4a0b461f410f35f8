package dev.plimsoll.core.audit.proof;

import java.util.ArrayList;
import java.util.List;

/// A run of lines whose root a proof needs.
///
/// @param from first line, from 0
/// @param to one after the last
record Subtree(long from, long to) {

  /// The audit path of RFC 9162, section 2.1.3.1: from the leaf's sibling up to the root's child.
  static List<Subtree> pathTo(long index, long size) {
    var path = new ArrayList<Subtree>();
    var from = 0L;
    var to = size;
    while (to - from > 1) {
      var middle = from + split(to - from);
      if (index < middle) {
        path.addFirst(new Subtree(middle, to));
        to = middle;
      } else {
        path.addFirst(new Subtree(from, middle));
        from = middle;
      }
    }
    return path;
  }

  /// The consistency proof of RFC 9162, section 2.1.4.1, `SUBPROOF(old, D[size], true)`.
  static List<Subtree> between(long old, long size) {
    var path = new ArrayList<Subtree>();
    var from = 0L;
    var to = size;
    while (old < to) {
      var middle = from + split(to - from);
      if (old <= middle) {
        path.addFirst(new Subtree(middle, to));
        to = middle;
      } else {
        path.addFirst(new Subtree(from, middle));
        from = middle;
      }
    }
    if (from > 0) {
      path.addFirst(new Subtree(from, to));
    }
    return path;
  }

  /// The largest power of two below `lines`, which is at least 2.
  private static long split(long lines) {
    return Long.highestOneBit(lines - 1);
  }
}
