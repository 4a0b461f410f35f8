package dev.plimsoll.core.audit;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Roots of the checkpoints that a walk met in the chain and found right, by size: one may be
/// published again, long after, when a witness has cosigned it. Only the last ones are kept. For
/// one thread.
final class PublishedRoots {
  private static final int KEPT = 20_000;

  private final Map<Long, byte[]> roots =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
          return size() > KEPT;
        }
      };

  void add(Checkpoint checkpoint) {
    roots.put(checkpoint.size(), HexFormat.of().parseHex(checkpoint.rootHash()));
  }

  /// Lower-case hex, or null where none of that size is known.
  @Nullable String rootOf(long size) {
    var root = roots.get(size);
    return root == null ? null : HexFormat.of().formatHex(root);
  }
}
