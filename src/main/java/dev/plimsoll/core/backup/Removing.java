package dev.plimsoll.core.backup;

/// Work that removes backups. Where it is stopped, or fails in the middle, it still tells which of
/// them are gone.
public interface Removing extends Work<Removed> {
  /// What is gone by now. Thread-safe; final once [#run] has ended, however it ended.
  Removed soFar();
}
