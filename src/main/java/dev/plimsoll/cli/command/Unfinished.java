package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.BackupDesk;

/// A restore that a crash ended in the middle is put right before anything else is done.
final class Unfinished {
  private Unfinished() {}

  /// Where nothing may be changed it is only said.
  ///
  /// @return whether there is one
  static boolean tell(Invocation invocation, BackupDesk desk) {
    var isThere = desk.isUnfinished();
    if (isThere && !invocation.isJson()) {
      invocation
          .err()
          .line(
              Tone.CAUTION,
              "A restore is unfinished: it goes on this moment, or was cut off in the middle. Where"
                  + " nobody is at it, run plimsoll backup create before the services start: it"
                  + " puts that right first, and so do restore and undo.");
    }
    return isThere;
  }

  static void putRight(Invocation invocation, BackupDesk desk) {
    if (desk.isUnfinished()) {
      desk.recover()
          .ifPresent(recovered -> invocation.err().line(Tone.CAUTION, recovered.sentence()));
    }
  }
}
