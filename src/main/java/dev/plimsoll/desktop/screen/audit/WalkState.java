package dev.plimsoll.desktop.screen.audit;

/// Where the walk from a chosen log to its verdict is.
sealed interface WalkState {
  /// Nothing was started since the log, its recipe or its anchor were chosen.
  record Idle() implements WalkState {}

  /// Under way.
  record Running(Pace pace) implements WalkState {}

  /// A person stopped it: no verdict.
  record Stopped(Pace pace) implements WalkState {}

  record Ended(Conclusion conclusion, Pace pace) implements WalkState {}
}
