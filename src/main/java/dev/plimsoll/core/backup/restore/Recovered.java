package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.model.BackupAct.LogsMoved;
import java.util.List;

/// What became of an act that a crash had ended in the middle.
///
/// @param name of what was being put back
/// @param end what is true now
/// @param logs how far each log went before, and goes now; empty where nothing changed
/// @param sentence for a person
public record Recovered(Origin.Name name, End end, List<LogsMoved> logs, String sentence) {
  public Recovered {
    logs = List.copyOf(logs);
  }

  public enum End {
    /// Nothing had been touched.
    UNTOUCHED,
    /// All files are as before the act.
    UNDONE,
    /// All files are as in the backup.
    FINISHED
  }
}
