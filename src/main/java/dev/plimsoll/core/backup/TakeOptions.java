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
/// @param followsOthers whether backups of the set were made before: then the place where they lie
///   must be there, and no other one is begun in its stead
public record TakeOptions(
    boolean force, boolean rehash, RestorePoint.Of of, Set<String> broken, boolean followsOthers) {
  /// As usual, of an unknown version.
  public static final TakeOptions USUAL =
      new TakeOptions(false, false, new RestorePoint.Of(null, null));

  public TakeOptions {
    broken = Set.copyOf(broken);
  }

  public TakeOptions(boolean force, boolean rehash, RestorePoint.Of of) {
    this(force, rehash, of, Set.of(), false);
  }

  public TakeOptions of(RestorePoint.Of other) {
    return new TakeOptions(force, rehash, other, broken, followsOthers);
  }

  /// With what the log knows of earlier ones.
  public TakeOptions after(Set<String> foundBroken, boolean others) {
    return new TakeOptions(force, rehash, of, foundBroken, others);
  }
}
