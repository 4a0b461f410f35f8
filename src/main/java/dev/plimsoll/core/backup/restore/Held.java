package dev.plimsoll.core.backup.restore;

import dev.plimsoll.core.model.BackupAct;

/// One thing that must hold.
///
/// @param what for a person, without a full stop: `Integrity of data/app.db`
/// @param ending DONE where it holds, FAILED where it does not, OPEN where nobody could tell
/// @param seen what was seen, or why nobody could tell
public record Held(String what, BackupAct.Ending ending, String seen) {
  String sentence() {
    var text = what + ": " + seen;
    return text.endsWith(".") ? text : text + ".";
  }
}
