package dev.plimsoll.core.backup.archive;

/// Hears how far a long piece of work is. Called from several threads, often, and never after the
/// call that it was given to has returned; it must be quick.
@FunctionalInterface
public interface Watcher {
  Watcher NONE = (path, bytes) -> {};

  /// @param path the file at hand, below the root folder
  /// @param bytes of the file that were dealt with since the last call; negative where it is read
  ///   again from its beginning
  void passed(String path, long bytes);
}
