package dev.plimsoll.core.backup.restore;

import java.time.Instant;

/// What stood there before files were put back.
///
/// @param number its folder's name, in the order of the acts
/// @param replaced by what: the act that this takes back
/// @param on when that was done
/// @param files that it holds, and would take away
/// @param bytes that it holds
public record UndoPoint(String number, Origin.Name replaced, Instant on, long files, long bytes) {
  /// For a person.
  public String sentence() {
    return "The state before "
        + switch (replaced.act()) {
          case UNDO -> "undo " + replaced.id();
          default -> replaced.id() + " was put back";
        }
        + ", kept on "
        + on
        + ".";
  }
}
