package dev.plimsoll.core.history;

import dev.plimsoll.core.model.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One step of a run as the history lists it: its last attempt, and what was said about it since.
/// Whether its evidence is still fresh is the gate's to say.
///
/// @param place from 1, in the order of the checklist
/// @param standing of the last attempt; NOT_RUN where it was opened again since
/// @param attempts how many
/// @param evidence how many files are kept with it
public record StepRow(
    String id,
    int place,
    String title,
    @Nullable String section,
    Standing standing,
    int attempts,
    Seen seen,
    Walk walk,
    Said said,
    int evidence) {
  /// @param exit exit code of the program, null where none ran
  public record Seen(
      @Nullable String observed, @Nullable String expected, @Nullable Integer exit) {}

  /// @param by `machine`, `person` or `command-line`
  public record Walk(
      @Nullable String by,
      @Nullable String actor,
      @Nullable Instant startedOn,
      @Nullable Instant finishedOn) {}

  /// @param reopened why it was opened again, null where it was walked since
  public record Said(
      @Nullable Excuse waived, @Nullable Excuse deferred, @Nullable String reopened) {}

  /// @param until the day, `2026-03-31`
  public record Excuse(String reason, @Nullable String until) {}
}
