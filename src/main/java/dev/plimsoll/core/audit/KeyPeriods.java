package dev.plimsoll.core.audit;

import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.util.ArrayList;
import java.util.List;

/// Which key signs the checkpoints of a log, by how many entries they cover: the one of its first
/// entry, until a `key.rotated` names another. A key that was replaced never signs again. For one
/// thread.
public final class KeyPeriods {
  private final List<Period> periods = new ArrayList<>();

  /// @param after checkpoints that cover more entries than this
  private record Period(long after, Ed25519PublicKey key) {}

  /// @param first the key of `log.created`
  public KeyPeriods(Ed25519PublicKey first) {
    periods.add(new Period(0, first));
  }

  /// @param seq of the `key.rotated` that names `key`
  void rotated(long seq, Ed25519PublicKey key) {
    periods.add(new Period(seq, key));
  }

  /// The key that signs from now on.
  public Ed25519PublicKey current() {
    return periods.getLast().key;
  }

  /// The key that signs a checkpoint of so many entries.
  public Ed25519PublicKey at(long size) {
    var key = periods.getFirst().key;
    for (var period : periods) {
      if (size > period.after) {
        key = period.key;
      }
    }
    return key;
  }

  /// Whether the key of its time signed it.
  public boolean signed(Checkpoint checkpoint) {
    return checkpoint.verify(at(checkpoint.size()));
  }

  /// Whether this key was one of them, at any time.
  public boolean knows(Ed25519PublicKey key) {
    return periods.stream().anyMatch(period -> period.key.equals(key));
  }
}
