package dev.plimsoll.core.checklist.markdown;

/// Something in a runbook that does not belong into a checklist. Its value is not kept.
///
/// @param line from 1
/// @param name the secret or the parameter that stands for it now: `ADMIN_KEY`, `home`
public record Literal(int line, Kind kind, String name) {
  public enum Kind {
    SECRET,
    PERSONAL_PATH
  }
}
