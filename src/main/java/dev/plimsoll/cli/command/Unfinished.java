package dev.plimsoll.cli.command;

import dev.plimsoll.cli.terminal.Tone;
import dev.plimsoll.core.BackupDesk;

/// A restore that a crash ended in the middle is put right before anything else is done.
final class Unfinished {
  private Unfinished() {}

  static void putRight(Invocation invocation, BackupDesk desk) {
    if (desk.isUnfinished()) {
      desk.recover()
          .ifPresent(recovered -> invocation.err().line(Tone.CAUTION, recovered.sentence()));
    }
  }
}
