package dev.plimsoll.core.backup.act;

import dev.plimsoll.core.model.BackupAct;
import dev.plimsoll.core.model.Finding;
import java.util.List;

/// What became of an act, as the log has it by now.
///
/// @param act with its ending; its sentence is for a person
/// @param findings what is wrong, naming file or structure; empty where nothing is
/// @param held what a drill or a verification looked at, in order: `integrity_check of app.db`
public record Acted(BackupAct act, List<Finding> findings, List<Held> held) {
  public Acted {
    findings = List.copyOf(findings);
    held = List.copyOf(held);
  }

  /// @param what for a person, without a full stop
  /// @param ending DONE where it holds, FAILED where it does not, OPEN where nobody could tell
  /// @param seen what was seen, or why nobody could tell
  public record Held(String what, BackupAct.Ending ending, String seen) {}

  public boolean isDone() {
    return act.ending() == BackupAct.Ending.DONE;
  }

  /// The sentence of the log.
  public String sentence() {
    var sentence = act.figures().sentence();
    return sentence == null ? "" : sentence;
  }
}
