package dev.plimsoll.core.audit.foreign;

import org.jspecify.annotations.Nullable;

/// Where the keys of keyed hashes come from. Safe for any number of threads.
@FunctionalInterface
public interface HashKeys {
  HashKeys NONE = secret -> null;

  /// The key's bytes, or null where there is no secret of that name. A key is never shown, logged
  /// or kept.
  byte @Nullable [] key(String secret);
}
