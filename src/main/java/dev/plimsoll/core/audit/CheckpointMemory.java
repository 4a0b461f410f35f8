package dev.plimsoll.core.audit;

import java.util.Optional;

/// Remembers the last checkpoint that this installation signed for one log, in a place that is not
/// the log's own: an old copy of the log that was put back is found out by it. Thread-safe.
public interface CheckpointMemory {
  /// @throws dev.plimsoll.core.model.Problem where it cannot be read
  Optional<SignedHead> last();

  /// Durable when it returns. A checkpoint of the same log that covers less than the remembered one
  /// changes nothing.
  ///
  /// @throws dev.plimsoll.core.model.Problem where it cannot be written
  void remember(SignedHead signed);
}
