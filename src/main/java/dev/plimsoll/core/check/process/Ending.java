package dev.plimsoll.core.check.process;

import dev.plimsoll.core.model.Finding;
import java.time.Duration;
import java.util.List;

/// How a program ended.
public sealed interface Ending {

  /// By itself.
  ///
  /// @param code its exit code; on Unix 128 + n where signal n ended it
  /// @param findings what else was seen: processes it left behind
  record Exited(int code, Duration took, Output out, Output err, List<Finding> findings)
      implements Ending {
    public Exited {
      findings = List.copyOf(findings);
    }
  }

  /// It was stopped after its time, with every process that it had started.
  record TimedOut(Duration limit, Output out, Output err) implements Ending {}

  /// It never ran.
  ///
  /// @param reason a whole sentence
  /// @param next the next action, a whole sentence
  record NotStarted(String reason, String next) implements Ending {}
}
