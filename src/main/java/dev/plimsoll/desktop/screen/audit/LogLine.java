package dev.plimsoll.desktop.screen.audit;

import org.jspecify.annotations.Nullable;

/// A row of the list of logs.
sealed interface LogLine {
  /// The title over a group.
  record Head(String title) implements LogLine {}

  /// Said where a group has no log.
  record Nothing(String words) implements LogLine {}

  /// A log.
  ///
  /// @param level how its last verification here ended, or null
  record Line(LogChoice log, @Nullable Level level) implements LogLine {}
}
