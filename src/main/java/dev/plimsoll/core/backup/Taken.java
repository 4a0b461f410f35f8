package dev.plimsoll.core.backup;

import dev.plimsoll.core.model.Finding;
import dev.plimsoll.core.model.RestorePoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of taking a backup.
public sealed interface Taken {
  /// What is worth knowing beside it: lines not yet ended, files left out. None of it is a failure.
  List<Finding> remarks();

  /// The backup it comes to: the new one, or the one since which nothing has changed.
  RestorePoint point();

  /// There is a new backup, and every byte of it was read back.
  ///
  /// @param doubt why its name may be gone after a power cut, without a full stop; null where it
  ///   cannot be
  record Made(
      RestorePoint point,
      Manifest manifest,
      Share share,
      List<Finding> remarks,
      @Nullable String doubt)
      implements Taken {
    public Made {
      remarks = List.copyOf(remarks);
    }
  }

  /// Nothing has changed since that backup; none was made.
  record Unchanged(RestorePoint point, List<Finding> remarks) implements Taken {
    public Unchanged {
      remarks = List.copyOf(remarks);
    }
  }

  /// @param readFiles files that were read
  /// @param takenOver files that were taken over from the backup before as they lay there
  /// @param asTheyLie files of these that were read back by their checksum alone, not unpacked
  /// @param millis how long it took
  record Share(long readFiles, long takenOver, long asTheyLie, long millis) {}
}
