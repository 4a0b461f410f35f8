package dev.plimsoll.core.backup;

import dev.plimsoll.core.model.RestorePoint;
import java.util.Set;

/// How a backup is taken.
///
/// @param force also where nothing has changed since the last one
/// @param rehash reads every file, also those that look unchanged
/// @param of the product's version and commit, as somebody else found them
/// @param broken ids of backups that were found broken, so that nothing is held against them or
///   taken over from them
public record TakeOptions(boolean force, boolean rehash, RestorePoint.Of of, Set<String> broken) {
  /// As usual, of an unknown version.
  public static final TakeOptions USUAL =
      new TakeOptions(false, false, new RestorePoint.Of(null, null));

  public TakeOptions {
    broken = Set.copyOf(broken);
  }

  public TakeOptions(boolean force, boolean rehash, RestorePoint.Of of) {
    this(force, rehash, of, Set.of());
  }

  public TakeOptions of(RestorePoint.Of other) {
    return new TakeOptions(force, rehash, other, broken);
  }

  public TakeOptions without(Set<String> others) {
    return new TakeOptions(force, rehash, of, others);
  }
}
