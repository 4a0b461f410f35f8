package dev.plimsoll.core.run;

import dev.plimsoll.core.audit.LogEntries;
import dev.plimsoll.core.audit.LogStore;
import dev.plimsoll.core.model.RunState;
import java.util.Optional;

/// One run as its project's log tells it, for reading: nothing is judged, and nothing is verified.
public final class LoggedRun {
  private LoggedRun() {}

  /// Reads the log once, from its first line to its last.
  ///
  /// @param id of the run
  /// @return the run with its attempts and their findings; empty where the log has none of that id
  /// @throws dev.plimsoll.core.model.Problem where the log holds a line that is no entry
  public static Optional<RunState> read(LogStore lines, String id) {
    var fold = new ProjectFold();
    new LogEntries(lines).all().forEach(fold::take);
    return fold.run(id);
  }
}
