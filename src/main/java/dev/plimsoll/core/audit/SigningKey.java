package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Problem;
import dev.plimsoll.core.trust.Ed25519PublicKey;
import org.jspecify.annotations.Nullable;

/// Follows which key signs an open log, as its entries say, and keeps any other from signing. Reads
/// only what was appended since it last looked; at first from the last checkpoint that this
/// installation's own key signed. Thread-safe.
final class SigningKey {
  private final LogEntries entries;
  private final CheckpointMemory memory;
  private final Ed25519PublicKey mine;
  private @Nullable Ed25519PublicKey current;
  private long read;

  SigningKey(LogEntries entries, CheckpointMemory memory, Ed25519PublicKey mine) {
    this.entries = entries;
    this.memory = memory;
    this.mine = mine;
  }

  /// The key of the last entry that names one.
  synchronized Ed25519PublicKey current() {
    var known = current;
    if (known == null) {
      known = begun();
    }
    var size = entries.head().size();
    for (var entry : entries.withWord(read, Event.KEY_ROTATED).toList()) {
      known = Rotation.of(entry.data()).key();
      read = entry.seq() + 1;
    }
    read = Math.max(read, size);
    current = known;
    return known;
  }

  /// What a checkpoint that this key signed covers, needs no second look.
  private Ed25519PublicKey begun() {
    var genesis = entries.genesis();
    var last =
        memory
            .last()
            .map(SignedHead::checkpoint)
            .filter(checkpoint -> checkpoint.origin().equals(genesis.origin()))
            .filter(checkpoint -> checkpoint.verify(mine));
    read = last.map(Checkpoint::size).orElse(0L);
    return last.isPresent() ? mine : genesis.key();
  }

  /// The key that signs a checkpoint of so many entries.
  Ed25519PublicKey at(long size) {
    return entries.keys().at(size);
  }

  /// @throws Problem unless this is the key of the log now
  void require(Ed25519PublicKey key) {
    var now = current();
    if (!now.equals(key)) {
      throw Problem.of(
          "Checkpoint not signed",
          "The log is signed with "
              + now.fingerprint()
              + ", but the key here is "
              + key.fingerprint()
              + ".",
          "Where the key was replaced meanwhile, close Plimsoll and open it again. Otherwise bring"
              + " the log's key back, or replace it: plimsoll audit rotate-key");
    }
  }
}
