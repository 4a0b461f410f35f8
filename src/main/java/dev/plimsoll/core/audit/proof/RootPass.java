package dev.plimsoll.core.audit.proof;

import dev.plimsoll.core.audit.ChainLines;
import dev.plimsoll.core.audit.Merkle;
import dev.plimsoll.core.model.Problem;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// One pass over the lines of a log that tells its root at chosen sizes.
public final class RootPass {
  private RootPass() {}

  /// @param sizes sizes that are larger than the log, or 0, are left out of the answer
  /// @return root by size, lower-case hex
  /// @throws Problem where the lines cannot be read, or the thread was interrupted
  public static Map<Long, String> at(ChainLines lines, Set<Long> sizes) {
    var last = sizes.stream().mapToLong(Long::longValue).max().orElse(0);
    var roots = new HashMap<Long, String>();
    var tree = Merkle.EMPTY;
    try (lines) {
      while (tree.size() < last) {
        var line = lines.next();
        if (line == null) {
          break;
        }
        tree = tree.plus(line.bytes());
        if (sizes.contains(tree.size())) {
          roots.put(tree.size(), tree.rootHash());
        }
        if (Thread.currentThread().isInterrupted()) {
          throw Problem.of("Anchors not compared", "It was stopped.", "Ask for it again.");
        }
      }
      return roots;
    } catch (IOException e) {
      throw Problem.of(
          "Anchors not compared",
          "Entry " + tree.size() + " could not be read: " + e.getMessage() + ".",
          "Give a log that can be read to its end.",
          e);
    }
  }
}
