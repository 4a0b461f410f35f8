package dev.plimsoll.core.backup;

import dev.plimsoll.core.model.RestorePoint;

/// What is known of backups from elsewhere: the project's log. Safe for any number of threads.
@FunctionalInterface
public interface Proofs {
  Proofs NONE = (id, manifest) -> RestorePoint.Proof.NONE;

  /// @param manifest SHA-256 of the manifest that the backup has now; what was proven of another
  ///   one says nothing about it
  RestorePoint.Proof of(String id, String manifest);
}
