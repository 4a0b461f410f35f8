package dev.plimsoll.core.audit;

import dev.plimsoll.core.model.Actor;
import java.util.Random;

/// What a test needs to keep a log: the same clock, key and name every time.
public final class LogDesk {
  public final HandClock clock = new HandClock();
  public final SeededKey key = new SeededKey(7);
  public final LinesInMemory lines = new LinesInMemory();
  public final CheckpointInMemory memory = new CheckpointInMemory();
  public final Actor ada = new Actor("ada@example.org", "SHA256:" + "a".repeat(43));

  public LogKeeper keeper() {
    return keeper(1);
  }

  /// @param seed another one gives a new log another name
  public LogKeeper keeper(long seed) {
    return new LogKeeper(
        clock,
        key,
        new Random(seed),
        Actor.unauthenticated("ada", "desk"),
        new LogKeeper.Tool("plimsoll", "0.1.0"));
  }

  public AuditLog open() {
    return open(lines);
  }

  public AuditLog open(LogStore store) {
    return AuditLog.open(store, keeper(), memory);
  }
}
