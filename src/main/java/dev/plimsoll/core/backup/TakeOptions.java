package dev.plimsoll.core.backup;

import dev.plimsoll.core.model.RestorePoint;

/// How a backup is taken.
///
/// @param force also where nothing has changed since the last one
/// @param rehash reads every file, also those that look unchanged
/// @param of the product's version and commit, as somebody else found them
public record TakeOptions(boolean force, boolean rehash, RestorePoint.Of of) {
  /// As usual, of an unknown version.
  public static final TakeOptions USUAL =
      new TakeOptions(false, false, new RestorePoint.Of(null, null));

  public TakeOptions of(RestorePoint.Of other) {
    return new TakeOptions(force, rehash, other);
  }
}
