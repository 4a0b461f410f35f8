package dev.plimsoll.core.audit;

import dev.plimsoll.core.trust.Ed25519PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known of a log from elsewhere, to hold it against.
///
/// @param checkpoints published checkpoints of this log
/// @param pins heads that earlier records name
/// @param key the log's key as a trusted source names it, or null to take the log's own word for it
public record Known(List<Checkpoint> checkpoints, List<Pin> pins, @Nullable Ed25519PublicKey key) {
  public static final Known NOTHING = new Known(List.of(), List.of(), null);

  public Known {
    checkpoints = List.copyOf(checkpoints);
    pins = List.copyOf(pins);
  }

  public static Known of(Checkpoint checkpoint) {
    return new Known(List.of(checkpoint), List.of(), null);
  }

  /// What an installation remembers of a log: the last checkpoint that it signed. A checkpoint of
  /// the log that this one names as the one before it says nothing about this one.
  ///
  /// @throws dev.plimsoll.core.model.Problem where it cannot be read
  public static Known remembered(CheckpointMemory memory, LogStore log) {
    var last = memory.last().map(SignedHead::checkpoint);
    return last.isEmpty() || Continuity.isOfTheLogBefore(log, last.get())
        ? NOTHING
        : of(last.get());
  }

  /// With more to hold it against.
  public Known with(List<Checkpoint> moreCheckpoints, List<Pin> morePins) {
    var all = new ArrayList<>(checkpoints);
    all.addAll(moreCheckpoints);
    var pinned = new ArrayList<>(pins);
    pinned.addAll(morePins);
    return new Known(all, pinned, key);
  }

  boolean isNothing() {
    return checkpoints.isEmpty() && pins.isEmpty();
  }

  /// @param entries how many there were, at least one
  /// @param head hash of the last of them, lower-case hex
  /// @param source for a person: `record of 1.2.3`
  public record Pin(long entries, String head, String source) {}
}
