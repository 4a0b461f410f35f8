package dev.plimsoll.desktop.screen.audit;

import java.util.List;

/// Logs that belong together in the list.
///
/// @param title a product, or `Plimsoll's own`
/// @param logs those that can be chosen
/// @param instead what is said where there is none; empty says nothing
public record LogGroup(String title, List<LogChoice> logs, String instead) {
  public LogGroup {
    logs = List.copyOf(logs);
  }
}
