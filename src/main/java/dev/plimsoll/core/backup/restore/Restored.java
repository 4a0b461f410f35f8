package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.model.BackupAct.LogsMoved;
import java.util.List;
import java.util.Optional;

/// Files that were put back.
///
/// @param name of what was put back
/// @param undo the undo point that takes it back, or empty where nothing had to be changed
/// @param size of what was put in place
/// @param logs how far each log went before, and goes now
/// @param notes what is worth knowing beside it, a whole sentence each: a command after that failed
public record Restored(
    Origin.Name name, Optional<String> undo, Size size, List<LogsMoved> logs, List<String> notes) {
  public Restored {
    logs = List.copyOf(logs);
    notes = List.copyOf(notes);
  }

  /// @param files exchanged or removed; those that were the same already are not counted
  /// @param bytes of the files put in place
  public record Size(long files, long bytes, long millis) {}

  /// For a person.
  public String sentence() {
    var first =
        size.files() == 0
            ? "Nothing had to be changed: every file is as in " + name.words() + " already."
            : size.files() == 1
                ? "1 file was put back from " + name.words() + "."
                : size.files() + " files were put back from " + name.words() + ".";
    return notes.isEmpty() ? first : first + " " + String.join(" ", notes);
  }
}
