package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Problem;
import java.util.Optional;

/// Whether a stored log still goes on from the last checkpoint that was signed for it.
final class Continuity {
  private static final String NEXT =
      "Nothing is appended to it. Bring the newer history back; import the missing entries from an"
          + " export (plimsoll audit import FILE); or begin a new log that names this one (plimsoll"
          + " audit new-log --reason TEXT).";

  private Continuity() {}

  /// What speaks against appending to it.
  static Optional<Problem> obstacle(LogStore store, CheckpointMemory memory) {
    try {
      return memory.last().flatMap(signed -> obstacle(store, signed));
    } catch (Problem unreadable) {
      return Optional.of(unreadable);
    }
  }

  static Optional<Problem> obstacle(LogStore store, SignedHead signed) {
    var size = store.head().size();
    var checkpoint = signed.checkpoint();
    if (size > 0) {
      var genesis = new LogEntries(store).genesis();
      if (!genesis.origin().equals(checkpoint.origin())) {
        return anotherLog(genesis, checkpoint);
      }
    }
    if (size < checkpoint.size()) {
      return Optional.of(rolledBack(checkpoint, checkpoint.size() - size));
    }
    var last = store.read(checkpoint.size() - 1, 1);
    if (last.isEmpty() || !last.getFirst().hash().equals(signed.head())) {
      return Optional.of(rewritten(checkpoint));
    }
    return Optional.empty();
  }

  /// Whether the checkpoint is of the log that this one was begun in place of.
  static boolean isOfTheLogBefore(LogStore store, Checkpoint checkpoint) {
    try {
      var previous = new LogEntries(store).genesis().previous();
      return previous != null && previous.origin().equals(checkpoint.origin());
    } catch (Problem noGenesis) {
      return false;
    }
  }

  private static Optional<Problem> anotherLog(Genesis genesis, Checkpoint checkpoint) {
    var previous = genesis.previous();
    if (previous != null && previous.origin().equals(checkpoint.origin())) {
      return Optional.empty();
    }
    return Optional.of(
        Problem.of(
            "Audit log exchanged",
            "The history holds "
                + genesis.origin()
                + ", but the last checkpoint signed here is of "
                + checkpoint.origin()
                + ".",
            NEXT));
  }

  static Problem rolledBack(Checkpoint checkpoint, long missing) {
    return Problem.of(
        "Audit log rolled back",
        missing
            + (missing == 1 ? " entry is" : " entries are")
            + " missing since checkpoint "
            + checkpoint.size()
            + " of "
            + checkpoint.origin()
            + ": an older copy of the history was put in its place.",
        NEXT);
  }

  static Problem rewritten(Checkpoint checkpoint) {
    return Problem.of(
        "Audit log rewritten",
        "Entry "
            + (checkpoint.size() - 1)
            + " is not the one that checkpoint "
            + checkpoint.size()
            + " of "
            + checkpoint.origin()
            + " ends with.",
        NEXT);
  }
}
