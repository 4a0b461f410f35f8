package dev.plimsoll.core.audit.report;

/// The first entry that is not as it should be.
///
/// @param code the stable word for what is wrong: `CHAIN_PREV`
/// @param entry counted from 0
/// @param line counted from 1, or -1 where the log is no file
/// @param offset of the line's first byte, counted from 0, or -1 where it is not known
/// @param found bounded text of what stands there; empty where there is nothing to show
/// @param expected bounded text of what should stand there; empty where nobody knows
public record FirstBad(
    String code, long entry, long line, long offset, String found, String expected) {
  /// `entry 40 (line 41, byte 9812)`
  public String place() {
    if (line < 0) {
      return "entry " + entry;
    }
    return "entry " + entry + " (line " + line + (offset < 0 ? "" : ", byte " + offset) + ")";
  }
}
