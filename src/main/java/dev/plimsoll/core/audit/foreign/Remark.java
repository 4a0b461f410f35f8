package dev.plimsoll.core.audit.foreign;

import dev.plimsoll.core.audit.VerdictCode;

/// Something to know about a chain that is whole.
///
/// @param code its gravity tells a warning from a note
/// @param entry counts from 0
/// @param line counts from 1
/// @param offset of the line's first byte, or -1 where it is not known
/// @param sentence whole
public record Remark(VerdictCode code, long entry, long line, long offset, String sentence) {
  public boolean isWarning() {
    return code.gravity() == VerdictCode.Gravity.WARNING;
  }
}
