package dev.plimsoll.core.audit;

import java.util.List;
import java.util.function.Function;

/// Where the lines of one log are kept. Append-only. Thread-safe and safe between processes.
public interface LogStore {
  /// @param size number of lines
  /// @param hash SHA-256 of the last line, lower-case hex; 64 zeros where there is none
  record Head(long size, String hash) {
    public static final Head EMPTY = new Head(0, "0".repeat(64));
  }

  /// A stored line with the hash that was stored beside it.
  record Line(long seq, String text, String hash) {}

  /// Takes the write lock, reads the head, appends the entry that `made` makes for it, and flushes
  /// to disk before it returns. Where `made` throws, nothing is appended. `made` may read from this
  /// store; it must not append, and the entry it gives is what its own line says.
  ///
  /// @return the entry, as `made` gave it
  /// @throws dev.plimsoll.core.model.Problem where the store cannot be written (full disk,
  ///   read-only file, a newer version)
  LogEntry append(Function<Head, LogEntry> made);

  Head head();

  /// At most `limit` lines from sequence number `from`, in order.
  List<Line> read(long from, int limit);
}
