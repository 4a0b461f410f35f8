package dev.plimsoll.core.backup.restore;

import java.nio.file.Path;
import java.util.List;

/// Runs the commands of a set: no shell, within bounds, with nothing of them left behind when the
/// thread is interrupted. Thread-safe.
@FunctionalInterface
public interface Commands {
  /// Returns when it has ended.
  ///
  /// @param words program and arguments
  /// @param folder where it runs
  Ended run(List<String> words, Path folder) throws InterruptedException;

  /// @param sentence for a person, secrets masked: `docker ended with 1: no such service.`
  record Ended(How how, String sentence) {
    boolean isGood() {
      return how == How.GOOD;
    }
  }

  enum How {
    /// With exit code 0.
    GOOD,
    /// With another one, or after its time.
    BAD,
    /// It could not be started.
    NOT_RUN
  }
}
