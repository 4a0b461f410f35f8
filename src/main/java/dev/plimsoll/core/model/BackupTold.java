package dev.plimsoll.core.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the project's log says of something that was done with a backup.
///
/// @param on when it was recorded
/// @param seq sequence number of the entry that says so
/// @param run the run that it was a step of, or null
/// @param step its step, or null
public record BackupTold(
    BackupAct act, Instant on, long seq, @Nullable String run, @Nullable String step) {
  /// Whether it says how the act ended; otherwise that it was about to begin.
  public boolean isEnded() {
    return act.ending() != null;
  }
}
