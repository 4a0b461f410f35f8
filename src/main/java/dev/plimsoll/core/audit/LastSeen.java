package dev.plimsoll.core.audit;

import java.time.Instant;

/// The last entry that this process knows to be stored: a log that has fewer now was rolled back
/// under it, and its time need not be read again. Thread-safe.
final class LastSeen {
  private volatile Entry entry = new Entry(LogStore.Head.EMPTY.hash(), 0, Instant.MIN);

  /// @param size how many entries there are with it
  record Entry(String hash, long size, Instant time) {}

  Entry entry() {
    return entry;
  }

  synchronized void see(LogEntry stored) {
    if (stored.seq() >= entry.size) {
      entry = new Entry(stored.hash(), stored.seq() + 1, stored.time());
    }
  }
}
