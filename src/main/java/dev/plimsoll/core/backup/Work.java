package dev.plimsoll.core.backup;

import dev.plimsoll.core.model.Problem;
import org.jspecify.annotations.Nullable;

/// A long piece of work, not begun. Run it once, on any thread, and ask it for its progress from
/// another.
///
/// @param <T> what it comes to
public interface Work<T> {
  /// Does it. An interrupt stops it: nothing half-made stays.
  ///
  /// @throws Problem where it cannot be done; the sentence says what is true now: nothing changed,
  ///   or what did
  T run() throws InterruptedException;

  /// How far it is. Thread-safe, cheap, ask as often as you like.
  Progress progress();

  /// An instant of it.
  ///
  /// @param bytes done of `totalBytes` in this stage; the total is 0 while it is unknown
  /// @param current path of the file at hand, or null
  record Progress(
      Stage stage,
      long bytes,
      long totalBytes,
      long files,
      long totalFiles,
      @Nullable String current) {
    public static final Progress NONE = new Progress(Stage.WAITING, 0, 0, 0, 0, null);
  }

  /// What is being done.
  enum Stage {
    WAITING("Not begun"),
    LOOKING("Looking at the files"),
    RUNNING("Running a command"),
    SAVING("Saving"),
    VERIFYING("Verifying"),
    UNPACKING("Unpacking into a scratch folder"),
    COMPARING("Comparing"),
    CHECKING("Checking what must hold"),
    KEEPING("Keeping the present state"),
    SWAPPING("Putting the files in place"),
    REMOVING("Removing what is too old"),
    DONE("Done");

    private final String words;

    Stage(String words) {
      this.words = words;
    }

    /// For a person, without a full stop.
    public String words() {
      return words;
    }
  }
}
